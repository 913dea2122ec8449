import { describe, expect, test } from "vitest";
import type { FakeSection } from "../../../support/fake-page.ts";
import { fieldsOf, read, type Script, SECTIONS, TICK } from "./support.ts";

describe.each<Script>(["core", "full"])("sections (%s)", (script) => {
  test("share the time by visible area", async () => {
    const { page, server } = read(script);
    await page.scrollTo(800);
    await page.pass(8000);
    await page.leave();
    // On screen: 400 of the first, 400 of the second.
    const [first = 0, second = 0, third = 0] = server.rows()[0]?.sections ?? [];
    expect(Math.abs(first - 4000)).toBeLessThanOrEqual(TICK / 2);
    expect(Math.abs(second - 4000)).toBeLessThanOrEqual(TICK / 2);
    expect(third).toBe(0);
  });

  test("taller than the screen earn all of it while scrolled through", async () => {
    const { page, server } = read(script);
    await page.scrollTo(1600);
    await page.pass(4000);
    await page.scrollTo(3000);
    await page.pass(4000);
    await page.leave();
    const sections = server.rows()[0]?.sections ?? [];
    expect(sections[2]).toBeGreaterThanOrEqual(8000 - TICK);
  });

  test("say how far the reader came, and never less later", async () => {
    const { page, server } = read(script);
    await page.pass(1000);
    await page.scrollTo(1200);
    await page.pass(1000);
    await page.scrollTo(0);
    await page.pass(4000);
    await page.leave();
    expect(server.rows()[0]?.scroll).toBe(500);
    expect(server.beats.map((beat) => Number(fieldsOf(beat).scroll)).at(-1)).toBe(500);
  });

  test("that come into the page later count too", async () => {
    const { page, server } = read(script);
    page.render(...SECTIONS.slice(0, 2));
    await page.pass(2000);
    page.render(...SECTIONS);
    await page.scrollTo(1600);
    await page.pass(3000);
    await page.leave();
    expect(server.rows()[0]?.sections[2]).toBeGreaterThanOrEqual(2400);
  });

  test("beyond the two-hundredth take their time and tell nothing", async () => {
    const many = Array.from({ length: 260 }, (_, at) => ({
      height: 400,
      expectedMs: 5000,
      id: `s${at}`,
    }));
    const { page, server } = read(script, { sections: many }, { sectionCount: 200 });
    await page.pass(10_000);
    await page.scrollTo(259 * 400);
    await page.pass(10_000);
    await page.leave();
    const [visit] = server.rows();
    expect(visit?.engagedMs).toBe(20_000);
    expect(visit?.sections.length).toBe(2);
  });
});

test("are watched once, however long the page is open", async () => {
  const { page } = read("full");
  await page.pass(30_100);
  expect(page.watched).toBeLessThanOrEqual(SECTIONS.length + 1);
});

describe("sections of other people's pages", () => {
  const headings = (...names: string[]): FakeSection[] =>
    names.flatMap((text) => [
      { height: 100, as: "heading" as const, text },
      { height: 700, as: "text" as const, text: "word ".repeat(100) },
    ]);
  const spent = async (play: (page: ReturnType<typeof read>["page"]) => Promise<void>) => {
    const { page, server } = read("full", { sections: [] }, { sectionCount: 60 });
    await play(page);
    await page.leave();
    return server.rows()[0]!;
  };
  const close = (sections: readonly number[], expected: number[]) => {
    expect(sections.length).toBe(expected.length);
    for (const [at, ms] of expected.entries()) {
      expect(Math.abs((sections[at] ?? 0) - ms)).toBeLessThanOrEqual(TICK + 50);
    }
  };

  test("are known by their name when a single-page app shows them again", async () => {
    const { sections } = await spent(async (page) => {
      for (const [id, ms] of [
        ["s0", 4500],
        ["s1", 4000],
        ["s2", 4000],
        ["s0", 7500],
      ] as const) {
        page.render({ height: 700, id });
        await page.pass(ms);
      }
    });
    close(sections, [12_000, 4000, 4000]);
  });

  test("are known by their heading when a framework renders them anew each second", async () => {
    const { sections, engagedMs } = await spent(async (page) => {
      for (let second = 0; second < 18; second++) {
        page.render(...headings("A", "B"));
        await page.pass(1000);
      }
    });
    expect(engagedMs).toBe(18_000);
    close(sections, [18_000]);
  });

  test("of one heading's text are told apart by their place", async () => {
    const { sections } = await spent(async (page) => {
      page.render(...headings("Price", "Price"));
      await page.pass(4000);
      await page.scrollTo(800);
      await page.pass(6000);
    });
    close(sections, [4000, 6000]);
  });

  test.each(["pushState", "hash"])("of another view are others: %s", async (how) => {
    const { sections } = await spent(async (page) => {
      page.render(...headings("Details"));
      await page.pass(4000);
      page.location.href =
        how === "hash"
          ? "https://starling.example/s/aCode.aRef#/b?x=1"
          : "https://starling.example/b";
      page.render(...headings("Details"));
      await page.pass(6000);
    });
    close(sections, [4000, 6000]);
  });

  test("stay the same when the query or the anchor changes", async () => {
    const { sections } = await spent(async (page) => {
      page.render(...headings("Details"));
      await page.pass(4000);
      page.location.href += "?page=2#details";
      await page.pass(6000);
    });
    close(sections, [10_000]);
  });

  test("are not moved by a banner that is put above them", async () => {
    const { sections } = await spent(async (page) => {
      page.render(...headings("A", "B"));
      await page.pass(5000);
      page.render(...headings("Sale!", "A", "B"));
      await page.scrollTo(800);
      await page.pass(5000);
    });
    close(sections, [10_000]);
  });

  test("without any heading are one, believed by the length of what is on the screen", async () => {
    const { sections, engagedMs } = await spent(async (page) => {
      page.render({ height: 1600, as: "text", text: "字".repeat(800) });
      await page.pass(3_600_000);
    });
    // 400 characters: 40 s, and half as much again.
    expect(engagedMs).toBe(60_000);
    close(sections, [60_000]);
  });
});

describe("what cannot be seen is not read", () => {
  test.each(["below the fold", "not rendered"] as const)("in a frame that is %s", async (frame) => {
    const { page, engaged } = read("full", { isFramed: true });
    page.frame = frame;
    await page.pass(20_000);
    await page.leave();
    expect(engaged()).toEqual([]);
  });

  test("in a frame that is taken out of the layout after 5 s", async () => {
    const { page, engaged } = read("full", { isFramed: true });
    await page.pass(5000);
    page.frame = "not rendered";
    await page.pass(20_000);
    await page.leave();
    expect(Math.abs(engaged()[0]! - 5000)).toBeLessThanOrEqual(2 * TICK);
  });

  test("in a frame on the screen the time counts, without the focus", async () => {
    const { page, engaged } = read("full", { isFramed: true });
    page.hasFocus = false;
    await page.pass(6000);
    await page.leave();
    expect(Math.abs(engaged()[0]! - 6000)).toBeLessThanOrEqual(50);
  });

  test("under something that lies over all of the text", async () => {
    const { page, engaged } = read("full");
    await page.pass(4000);
    page.isCovered = true;
    await page.pass(15_000);
    page.isCovered = false;
    await page.pass(3000);
    await page.leave();
    expect(Math.abs(engaged()[0]! - 7000)).toBeLessThanOrEqual(50);
  });
});
