import { describe, expect, test } from "vitest";
import type { FakeElement } from "../../../support/fake-page.ts";
import { read, type Script } from "./support.ts";

describe.each<Script>(["core", "full"])(
  "a page restored from the back/forward cache (%s)",
  (script) => {
    test("is a new visit under the reader's own ref", async () => {
      const { page, server, engaged } = read(script);
      await page.pass(6000);
      await page.leave({ persisted: true });
      await page.pass(30_000);
      await page.restore();
      await page.pass(4000);
      await page.leave();
      expect(engaged()).toEqual([6000, 4000]);
      expect(new Set(server.opened.map((body) => JSON.stringify(body)))).toEqual(
        new Set(['{"code":"aCode","ref":"aRef"}']),
      );
    });

    test("keeps its token where the page's own script finds it", async () => {
      const { page } = read(script);
      await page.pass(6000);
      await page.leave({ persisted: true });
      await page.restore();
      expect(page.script.dataset.token).toBe("");
      await page.pass(2000);
      expect(page.script.dataset.token).toMatch(/^aVisit2~/);
    });
  },
);

describe("an embedded page", () => {
  const embedded = {
    token: "",
    dataset: { link: "aCode" },
    address: "https://shop.example/offer?utm=1&sl=aCode.aTheirs#top",
  };

  test("opens its visit itself and puts the reader's own ref into the address", async () => {
    const { server, page, engaged } = read("full", embedded);
    await page.pass(0);
    expect(page.location.href).toBe("https://shop.example/offer?utm=1&sl=aCode.aOwnRef#top");
    await page.pass(5200);
    await page.leave();
    expect(server.opened).toEqual([{ code: "aCode", parentRef: "aTheirs" }]);
    expect(engaged()).toEqual([5200]);
  });

  test.each(["reload", "back_forward"] as const)(
    "after a %s makes no child",
    async (navigation) => {
      const { server, page } = read("full", { ...embedded, navigation });
      await page.pass(500);
      expect(server.opened).toEqual([{ code: "aCode", ref: "aTheirs" }]);
    },
  );

  test("restored from the back/forward cache asks again under the ref it was given", async () => {
    const { server, page } = read("full", embedded);
    await page.pass(2000);
    await page.leave({ persisted: true });
    await page.restore();
    await page.pass(1500);
    expect(server.opened).toEqual([
      { code: "aCode", parentRef: "aTheirs" },
      { code: "aCode", ref: "aOwnRef" },
    ]);
  });

  test("without a ref in the address sends its own link's code and leaves the address alone", async () => {
    const { server, page } = read("full", { ...embedded, address: "https://shop.example/offer" });
    await page.pass(500);
    expect(server.opened).toEqual([{ code: "aCode" }]);
    expect(page.location.href).toBe("https://shop.example/offer");
  });

  test("asks again every few seconds while the server is away, still as a guest", async () => {
    const { server, page, engaged } = read("full", embedded, { isOffline: true });
    await page.pass(21_000);
    const asked = server.beats.length;
    expect(asked).toBeGreaterThanOrEqual(5);
    server.isOffline = false;
    await page.pass(5000);
    expect(server.opened[0]).toEqual({ code: "aCode", parentRef: "aTheirs" });
    await page.leave();
    // What it read before it was heard is believed, and was begun once.
    expect(engaged()).toEqual([26_000]);
  });

  test("is one visit however often it asks, and whichever answer comes", async () => {
    const { server, page, engaged } = read("full", embedded, { openDelayMs: 7000 });
    await page.pass(4000);
    await page.hide();
    await page.pass(1000);
    await page.show();
    await page.pass(20_000);
    await page.leave();
    expect(server.opened.length).toBeGreaterThanOrEqual(3);
    expect(engaged()).toEqual([24_000]);
  });

  test("left before the answer has told all", async () => {
    const { page, engaged } = read("full", embedded, { openDelayMs: 60_000 });
    await page.pass(4200);
    await page.leave();
    expect(engaged()).toEqual([4200]);
  });

  test("says no more of the time before than ten minutes", async () => {
    const { server, page } = read("full", embedded, { isOffline: true });
    for (let minute = 0; minute < 20; minute++) {
      await page.pass(60_000);
      await page.touch();
    }
    server.isOffline = false;
    await page.pass(10_000);
    expect(server.rows()[0]?.wasCut).toBe(true);
    expect(server.rows()[0]?.engagedMs).toBe(602_000);
  });
});

describe("consent and goals", () => {
  const notice = () =>
    ({
      dataset: { starlingNotice: "", textVersion: "3", language: "zh" },
    }) as unknown as FakeElement;

  test.each([
    ["yes", true],
    ["no", false],
  ])("a click on %s is told once, and hides the notice", async (answer, choice) => {
    const shown = notice();
    const { page, server } = read("full", { notice: shown });
    await page.click({ dataset: { starlingConsent: answer } });
    expect(server.consents).toMatchObject([{ choice, textVersion: "3", language: "zh" }]);
    expect(server.consents[0]?.token).toMatch(/^aVisit1~/);
    expect(shown.hidden).toBeTruthy();
  });

  test("an answer that the server could not take is told to who asked, and can be given again", async () => {
    const shown = notice();
    const { page, server } = read("full", { notice: shown });
    server.refusesConsent = true;
    await expect(page.starling.consent(false)).rejects.toMatchObject({ ok: false });
    await page.pass(0);
    server.refusesConsent = false;
    await page.click({ dataset: { starlingConsent: "no" } });
    expect(server.consents).toMatchObject([{ choice: false }]);
    expect(shown.hidden).toBeTruthy();
  });

  test("an answer by call leaves the notice to the page", async () => {
    const shown = notice();
    const { page, server } = read("full", { notice: shown });
    await page.starling.consent(true);
    expect(server.consents).toMatchObject([{ choice: true }]);
    expect(shown.hidden).toBeUndefined();
  });

  test("an answer before there is a token asks for one first", async () => {
    const { page, server } = read("full", {
      token: "",
      dataset: { link: "aCode" },
      notice: notice(),
    });
    await page.starling.consent(true);
    expect(server.consents[0]?.token).toMatch(/^aVisit\d~/);
  });

  test("other clicks are no answer", async () => {
    const { page, server } = read("full", { notice: notice() });
    await page.click({ dataset: {} });
    expect(server.consents).toEqual([]);
  });

  test("a goal rides on a beat, whatever was told before", async () => {
    const { page, server } = read("full");
    await page.pass(2000);
    await page.starling.goal("预约", 12.345);
    await page.starling.goal("call");
    await page.starling.goal("odd", Number.NaN);
    expect(server.rows()[0]?.goals).toEqual([
      { name: "call" },
      { name: "odd" },
      { name: "预约", value: 12.35 },
    ]);
  });

  test("a goal's name is cut at a character", async () => {
    const { page, server } = read("full");
    await page.pass(2000);
    await page.starling.goal(`${"a".repeat(63)}😀b`);
    expect(server.rows()[0]?.goals).toEqual([{ name: `${"a".repeat(63)}😀` }]);
  });

  test("a goal before there is a token begins the visit", async () => {
    const embedded = { token: "", dataset: { link: "aCode" } };
    const { page, server } = read("full", embedded, { isOffline: true });
    await page.pass(300);
    server.isOffline = false;
    await page.starling.goal("call");
    expect(server.rows()[0]?.goals).toEqual([{ name: "call" }]);
  });
});
