import { describe, expect, test } from "vitest";
import { confidenceOf } from "../../../../src/tracking/qualify.ts";
import { fieldsOf, read, type Script, SECTIONS } from "./support.ts";

describe.each<Script>(["core", "full"])("beats (%s)", (script) => {
  const whys = (beats: string[]) => beats.map(fieldsOf).map(({ why, flags }) => `${why}${flags}`);

  test("go at the checkpoints, with growing numbers and the clock running", async () => {
    const { page, server } = read(script);
    for (let second = 0; second < 110; second++) {
      await page.pass(1000);
      await page.touch();
    }
    const beats = server.beats.map(fieldsOf);
    expect(beats.map(({ engaged }) => Math.round(Number(engaged) / 1000))).toEqual([
      1, 6, 11, 16, 26, 36, 46, 76, 106,
    ]);
    expect(beats.map(({ seq }) => seq)).toEqual(beats.map((_, at) => String(at + 1)));
    expect(new Set(whys(server.beats))).toEqual(new Set(["c0"]));
  });

  test("carry no letter but those of the protocol, whatever led to them", async () => {
    const { page, server } = read(script);
    const events = ["wheel", "scroll", "keydown", "pointerdown", "pointermove", "touchmove"];
    for (const type of events) {
      await page.pass(3000);
      // The focus went without an event; the next thing that happens notices.
      page.hasFocus = false;
      await page.touch(type);
      page.hasFocus = true;
      await page.pass(1000);
    }
    await page.leave();
    expect(server.taken).toBe(server.beats.length);
    expect(new Set(whys(server.beats))).toEqual(new Set(["c0", "v1", "r0", "p1"]));
  });

  test("of a leaving reader are one, though two events tell of it", async () => {
    const { page, server } = read(script);
    await page.pass(3000);
    await page.leave();
    expect(whys(server.beats)).toEqual(["c0", "p1"]);
  });

  test("tell at the first look after a return, so that nothing is complete that is not", async () => {
    const { page, server } = read(script);
    await page.pass(12_000);
    await page.hide();
    await page.pass(60_000);
    expect(confidenceOf(server.rows()[0]!)).toBe("complete");
    await page.show();
    await page.pass(3000);
    page.kill();
    expect(confidenceOf(server.rows()[0]!)).toBe("truncated");
  });

  test("say that nothing is owed in the very millisecond of a checkpoint, too", async () => {
    const { page, server } = read(script);
    await page.pass(6000);
    await page.leave();
    expect(whys(server.beats)).toEqual(["c0", "c0", "p1"]);
    expect(server.rows()[0]?.engagedMs).toBe(6000);
    expect(confidenceOf(server.rows()[0]!)).toBe("complete");
  });

  test("say when a program drives the browser", async () => {
    const { page, server } = read(script, { isDriven: true });
    await page.pass(3000);
    await page.leave();
    expect(whys(server.beats)).toEqual(["c2", "p3"]);
    expect(server.rows()[0]?.bot).toBe(true);
  });

  test("go by fetch where the browser knows no beacon", async () => {
    const { page, engaged } = read(script, { without: ["sendBeacon"] });
    await page.pass(3000);
    await page.leave();
    expect(engaged()).toEqual([3000]);
  });

  test("need no beacon while the page lives on, so that a stub that lies costs nothing", async () => {
    const { page, engaged } = read(script);
    page.beacons = "lies";
    await page.pass(28_600);
    await page.hide();
    expect(engaged()).toEqual([28_600]);
  });

  test("that nothing carried are made good by the next total", async () => {
    const { page, engaged } = read(script);
    page.takesFetches = false;
    await page.pass(7000);
    expect(engaged()).toEqual([]);
    page.takesFetches = true;
    await page.pass(4000);
    expect(engaged()[0]).toBeGreaterThan(7000);
  });

  test.each([503, 429, 500])("answered %i are said again until they are taken", async (status) => {
    const { page, server, engaged } = read(script);
    await page.pass(9000);
    server.beatStatus = status;
    await page.hide();
    await page.pass(30_000);
    expect(engaged()).toEqual([6000]);
    server.beatStatus = 204;
    await page.pass(10_000);
    expect(engaged()).toEqual([9000]);
  });

  test.each([400, 404, 413])("answered %i are not said again", async (status) => {
    const { page, server } = read(script);
    await page.pass(9000);
    server.beatStatus = status;
    await page.hide();
    const said = server.beats.length;
    await page.pass(60_000);
    expect(server.beats.length).toBe(said);
  });

  test("are said again when the network comes back, in the background too", async () => {
    const { page, server, engaged } = read(script);
    server.isOffline = true;
    await page.pass(9000);
    await page.hide();
    server.isOffline = false;
    await page.pass(10_000);
    expect(engaged()).toEqual([9000]);
  });

  test("that were taken are not said again", async () => {
    const { page, server } = read(script);
    await page.pass(9000);
    await page.hide();
    const said = server.beats.length;
    await page.pass(600_000);
    expect(server.beats.length).toBe(said);
  });

  test("lost, doubled and shuffled end in the same visit", async () => {
    const { page, server } = read(
      script,
      {},
      { copies: (beat) => (beat % 3 === 0 ? 0 : 2), reorder: (all) => [...all].reverse() },
    );
    await page.pass(17_000);
    await page.leave();
    expect(server.rows()[0]?.engagedMs).toBe(17_000);
  });

  test("of a token older than a day begin a new visit", async () => {
    const { page, engaged } = read(script);
    await page.pass(8000);
    await page.hide();
    await page.pass(25 * 3_600_000);
    await page.show();
    await page.pass(8000);
    await page.leave();
    expect(engaged().length).toBe(2);
    expect(Math.abs(engaged()[1]! - 8000)).toBeLessThanOrEqual(1000);
  });
});

test.each([
  ["https://starling.example/t.js", "https://starling.example/t"],
  ["https://starling.example/t/0123456789abcdef.js", "https://starling.example/t"],
  ["https://shop.example/tools/read/t.js?v=2", "https://shop.example/tools/read/t"],
])("the script at %s sends to %s", async (src, endpoint) => {
  const { page } = read("full", { src });
  await page.pass(1500);
  expect(page.sentTo).toBe(endpoint);
});

test("on pages of ours it sends to the page's own host", async () => {
  const { page } = read("core", { src: "https://elsewhere.example/t/0123456789abcdef.js" });
  await page.pass(1500);
  expect(page.sentTo).toBe("/t");
});

test("a film that plays is watched, and one that loops or never ends holds nobody", async () => {
  const short = { sections: [{ height: 200, expectedMs: 1000, id: "s0" }] };
  for (const [media, expected] of [
    [{ duration: 60 }, 45_000],
    [{ loop: true }, 20_000],
    [{ duration: Infinity }, 20_000],
  ] as const) {
    const { page, engaged } = read("full", short);
    await page.play(45_000, media);
    await page.leave();
    expect(engaged()).toEqual([expected]);
  }
});

test("the script twice in a page is one reader", async () => {
  const { page, server, engaged } = read("full", { token: "", dataset: { link: "aCode" } });
  page.runScript();
  await page.pass(9000);
  await page.leave();
  expect(engaged()).toEqual([9000]);
  expect(server.opened.length).toBe(1);
});

test("without IntersectionObserver totals are told, without sections", async () => {
  const { page, server } = read("full", { without: ["IntersectionObserver"], sections: SECTIONS });
  await page.pass(9000);
  await page.leave();
  expect(server.rows()[0]).toMatchObject({ engagedMs: 9000, sections: [] });
});
