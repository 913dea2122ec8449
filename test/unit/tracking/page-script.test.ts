import { beforeAll, describe, expect, test } from "vitest";
import { bundlePageScript } from "../../../scripts/build-page-script.ts";
import { confidenceOf } from "../../../src/tracking/index.ts";
import {
  type FakeElement,
  FakePage,
  type FakePageOptions,
  WECHAT,
} from "../../support/fake-page.ts";
import { FakeServer, type FakeServerOptions } from "../../support/fake-server.ts";

let core = "";
let full = "";
beforeAll(async () => {
  [core, full] = await Promise.all([bundlePageScript(false), bundlePageScript(true)]);
});

const PHONE =
  "Mozilla/5.0 (Linux; Android 13; SM-S9180) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36 xhsdiscover/8.1";
const WECOM_DESKTOP =
  "Mozilla/5.0 (Windows NT 6.2; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/81.0.4044.138 Safari/537.36 wxwork/4.1.27 (MicroMessenger/6.2) WindowsWechat";

/** Three sections: one and a half windows, half a window, three windows. */
const SECTIONS = [
  { height: 1200, expectedMs: 40_000 },
  { height: 400, expectedMs: 10_000 },
  { height: 2400, expectedMs: 60_000 },
];

function read(options: Partial<FakePageOptions> = {}, serving: Partial<FakeServerOptions> = {}) {
  const server = new FakeServer({ sectionCount: SECTIONS.length, ...serving });
  const page = new FakePage({
    source: full,
    network: server,
    sections: SECTIONS,
    token: server.token(),
    ...options,
  });
  const engaged = () => server.rows().map((row) => row.engagedMs);
  return { server, page, engaged };
}

const TICK = 500;

describe("the clock", () => {
  test("counts while the page is looked at and tells when the reader leaves", async () => {
    const { page, server } = read();
    await page.pass(12_340);
    await page.leave();
    const [visit] = server.rows();
    expect(visit?.engagedMs).toBe(12_340);
    expect(confidenceOf(visit!)).toBe("complete");
  });

  test("stands while the tab is hidden", async () => {
    const { page, engaged } = read();
    await page.pass(3000);
    await page.hide();
    await page.pass(60_000);
    await page.show();
    await page.pass(2000);
    await page.hide();
    expect(engaged()).toEqual([5000]);
  });

  test("stands while another window has the focus", async () => {
    const { page, engaged } = read();
    await page.pass(3000);
    await page.blur();
    await page.pass(60_000);
    await page.focus();
    await page.pass(2000);
    await page.leave();
    expect(engaged()).toEqual([5000]);
  });

  test("runs on when the reader clicks into a frame of the page, which keeps its focus", async () => {
    const { page, engaged } = read();
    await page.pass(3000);
    await page.blur();
    page.hasFocus = true;
    await page.pass(5000);
    await page.leave();
    expect(engaged()[0]).toBeGreaterThanOrEqual(8000 - TICK);
  });

  test.each([
    ["in WeChat", { userAgent: WECHAT }],
    ["in WeCom on a desktop", { userAgent: WECOM_DESKTOP }],
    ["on a phone", { userAgent: PHONE }],
    ["in a frame", { isFramed: true }],
  ])("asks for no focus %s", async (_where, options) => {
    const { page, engaged } = read(options);
    page.hasFocus = false;
    await page.blur();
    await page.pass(6000);
    await page.leave();
    expect(engaged()).toEqual([6000]);
  });

  test("does not start before a hidden or prerendered page is shown", async () => {
    const { page, server, engaged } = read({ isHidden: true });
    await page.pass(600_000);
    expect(server.beats).toEqual([]);
    await page.show();
    await page.pass(4000);
    await page.leave();
    expect(engaged()).toEqual([4000]);
  });

  test("stops at the idle limit of what is on screen, told at once", async () => {
    const { page, server } = read();
    await page.pass(4 * 3_600_000);
    // 40 s are on screen: believed for 60 s.
    expect(server.rows()[0]?.engagedMs).toBe(60_000);
    expect(confidenceOf(server.rows()[0]!)).toBe("complete");
    const told = server.beats.length;
    await page.pass(3_600_000);
    expect(server.beats.length).toBe(told);
  });

  test("goes on from the next touch, without the time in between", async () => {
    const { page, engaged } = read();
    await page.pass(200_000);
    await page.touch();
    await page.pass(5000);
    await page.leave();
    expect(engaged()).toEqual([65_000]);
  });

  test("is not kept running by a box that scrolls by itself", async () => {
    const { page, engaged } = read();
    for (let second = 0; second < 120; second++) {
      await page.pass(1000);
      await page.scrollInside();
    }
    await page.leave();
    expect(engaged()).toEqual([60_000]);
  });

  test.each([true, false])("sleeps with the machine, its clock going on: %s", async (goesOn) => {
    const { page, engaged } = read();
    await page.pass(10_200);
    await page.sleep(3_600_000, goesOn);
    await page.pass(5000);
    await page.leave();
    expect(Math.abs((engaged()[0] ?? 0) - 15_200)).toBeLessThanOrEqual(2 * TICK);
  });

  test("does not run backwards with a device clock that does", async () => {
    const { page, engaged } = read();
    await page.pass(10_000);
    page.deviceSkewMs -= 8000;
    await page.pass(5000);
    await page.leave();
    expect(engaged()[0]).toBeGreaterThanOrEqual(15_000 - TICK);
    expect(engaged()[0]).toBeLessThanOrEqual(15_000);
  });

  test("stands while frozen and runs after", async () => {
    const { page, engaged } = read();
    await page.pass(4000);
    await page.freeze();
    await page.pass(60_000);
    await page.resume();
    await page.pass(3000);
    await page.leave();
    expect(engaged()).toEqual([7000]);
  });
});

describe("sections", () => {
  test("share the time by visible area", async () => {
    const { page, server } = read();
    await page.scrollTo(800);
    await page.pass(8000);
    await page.leave();
    // On screen: 400 of the first, 400 of the second.
    const [first = 0, second = 0, third = 0] = server.rows()[0]?.sections ?? [];
    expect(Math.abs(first - 4000)).toBeLessThanOrEqual(50);
    expect(Math.abs(second - 4000)).toBeLessThanOrEqual(50);
    expect(third).toBe(0);
  });

  test("taller than the screen earn all of it while scrolled through", async () => {
    const { page, server } = read();
    await page.scrollTo(1600);
    await page.pass(4000);
    await page.scrollTo(3000);
    await page.pass(4000);
    await page.leave();
    const sections = server.rows()[0]?.sections ?? [];
    expect(sections[2]).toBeGreaterThanOrEqual(7900);
  });

  test("say how far the reader came, and never less later", async () => {
    const { page, server } = read();
    await page.pass(1000);
    await page.scrollTo(1200);
    await page.pass(1000);
    await page.scrollTo(0);
    await page.pass(2000);
    await page.leave();
    expect(server.rows()[0]?.scroll).toBe(500);
    expect(server.beats.map((beat) => Number(beat.split(" ")[6]))).toEqual([200, 500]);
  });

  test("are watched once, however long the page is open", async () => {
    const { page } = read();
    await page.pass(30_100);
    expect(page.watched).toBeLessThanOrEqual(SECTIONS.length);
  });

  test("that come into the page later count too", async () => {
    const { page, server } = read();
    const last = page.sections.pop()!;
    await page.pass(2000);
    page.sections.push(last);
    await page.scrollTo(1600);
    await page.pass(3000);
    await page.leave();
    expect(server.rows()[0]?.sections[2]).toBeGreaterThanOrEqual(2400);
  });
});

describe("beats", () => {
  test("go at the checkpoints, with growing numbers and the clock running", async () => {
    const { page, server } = read();
    for (let second = 0; second < 85; second++) {
      await page.pass(1000);
      await page.touch();
    }
    const fields = server.beats.map((beat) => beat.split(" "));
    expect(fields.map((field) => Math.round(Number(field[5]) / 1000))).toEqual([
      1, 5, 10, 15, 20, 30, 40, 50, 80,
    ]);
    expect(fields.map((field) => field[2])).toEqual(fields.map((_, at) => String(at + 1)));
    expect(new Set(fields.map((field) => `${field[3]}${field[4]}`))).toEqual(new Set(["c0"]));
  });

  test("of a leaving reader are one, though two events tell of it", async () => {
    const { page, server } = read();
    await page.pass(3000);
    await page.leave();
    expect(server.beats.map((beat) => beat.split(" ").slice(3, 5).join(""))).toEqual(["c0", "p1"]);
  });

  test("go by fetch where the browser takes no beacon", async () => {
    const { page, engaged } = read();
    page.takesBeacons = false;
    await page.pass(3000);
    await page.leave();
    expect(engaged()).toEqual([3000]);
  });

  test("that nothing carried are made good by the next total", async () => {
    const { page, engaged } = read();
    page.takesBeacons = page.takesFetches = false;
    await page.pass(7000);
    expect(engaged()).toEqual([]);
    page.takesBeacons = true;
    await page.pass(3000);
    expect(engaged()).toEqual([10_000]);
  });

  test("are said again when the network comes back", async () => {
    const { page, server, engaged } = read();
    server.isOffline = true;
    await page.pass(9000);
    await page.hide();
    server.isOffline = false;
    await page.comeOnline();
    expect(engaged()).toEqual([9000]);
  });

  test("lost, doubled and shuffled end in the same visit", async () => {
    const { page, server } = read(
      {},
      { copies: (beat) => (beat % 3 === 0 ? 0 : 2), reorder: (all) => [...all].reverse() },
    );
    await page.pass(17_000);
    await page.leave();
    expect(server.rows()[0]?.engagedMs).toBe(17_000);
  });
});

test.each([
  ["https://starling.example/t.js", "https://starling.example/t"],
  ["https://starling.example/t/0123456789abcdef.js", "https://starling.example/t"],
  ["https://shop.example/tools/read/t.js?v=2", "https://shop.example/tools/read/t"],
])("the script at %s sends to %s", async (src, endpoint) => {
  const { page } = read({ src });
  await page.pass(1500);
  expect(page.sentTo).toBe(endpoint);
});

describe("a page restored from the back/forward cache", () => {
  test.each([
    ["core", () => core],
    ["full", () => full],
  ])("is a new visit under the reader's own ref (%s)", async (_name, source) => {
    const { page, server, engaged } = read({ source: source() });
    await page.pass(6000);
    await page.leave({ persisted: true });
    await page.pass(30_000);
    await page.restore();
    await page.pass(4000);
    await page.leave();
    expect(engaged()).toEqual([6000, 4000]);
    expect(server.opened).toEqual([{ code: "aCode", ref: "aRef" }]);
  });
});

describe("an embedded page", () => {
  const embedded = {
    dataset: { link: "aCode" },
    address: "https://shop.example/offer?utm=1&sl=aCode.aTheirs#top",
  };

  test("opens its visit itself and puts the reader's own ref into the address", async () => {
    const { server, page, engaged } = read({ ...embedded, token: "" });
    await page.pass(5200);
    await page.leave();
    expect(server.opened).toEqual([{ code: "aCode", parentRef: "aTheirs" }]);
    expect(page.location.href).toBe("https://shop.example/offer?utm=1&sl=aCode.aOwnRef#top");
    expect(engaged()).toEqual([5200]);
  });

  test("reloaded makes no child of the reader", async () => {
    const { server, page } = read({ ...embedded, token: "", navigation: "reload" });
    await page.pass(1000);
    expect(server.opened).toEqual([{ code: "aCode", ref: "aTheirs" }]);
  });

  test("restored from the back/forward cache asks again under the ref it was given", async () => {
    const { server, page } = read({ ...embedded, token: "" });
    await page.pass(2000);
    await page.leave({ persisted: true });
    await page.restore();
    await page.pass(1000);
    expect(server.opened).toEqual([
      { code: "aCode", parentRef: "aTheirs" },
      { code: "aCode", ref: "aOwnRef" },
    ]);
  });

  test("without marked sections is divided at its headings, believed by the length of its text", async () => {
    const { server, page } = read(
      {
        ...embedded,
        token: "",
        sections: [
          { height: 100, as: "heading" },
          { height: 700, as: "text", text: "字".repeat(300) },
          { height: 100, as: "heading" },
          { height: 1500, as: "text", text: "字".repeat(400) },
        ],
      },
      { sectionCount: 60 },
    );
    await page.pass(10_000);
    await page.scrollTo(800);
    await page.pass(100_000);
    const [visit] = server.rows();
    // 400 characters: 40 s, believed for 60 s after the scroll.
    expect(visit?.engagedMs).toBe(70_000);
    expect(Math.abs((visit?.sections[0] ?? 0) - 10_000)).toBeLessThanOrEqual(TICK + 50);
    expect(visit?.scroll).toBe(667);
  });

  test("without a ref in the address sends its own link's code and leaves the address alone", async () => {
    const { server, page } = read({
      ...embedded,
      token: "",
      address: "https://shop.example/offer",
    });
    await page.pass(1000);
    expect(server.opened).toEqual([{ code: "aCode" }]);
    expect(page.location.href).toBe("https://shop.example/offer");
  });

  test("asks again at the next checkpoint when the server was away, still as a guest", async () => {
    const { server, page, engaged } = read({ ...embedded, token: "" });
    server.isOffline = true;
    await page.pass(500);
    server.isOffline = false;
    await page.pass(4500);
    expect(server.opened).toEqual([{ code: "aCode", parentRef: "aTheirs" }]);
    await page.leave();
    expect(engaged()[0]).toBeGreaterThan(0);
  });
});

describe("a reader page rendered under somebody else's ref", () => {
  test("shows the child's ref in the address", async () => {
    const { page, server } = read({ dataset: { ref: "aChild" } });
    await page.pass(1000);
    expect(page.location.href).toBe("https://starling.example/s/aCode.aChild");
    expect(server.opened).toEqual([]);
  });
  test("stays under its own when it was only reloaded", async () => {
    const { page, server } = read({ dataset: { ref: "aChild" }, navigation: "reload" });
    await page.pass(1000);
    expect(server.opened).toEqual([{ code: "aCode", ref: "aRef" }]);
  });
});

describe("consent and goals", () => {
  const notice = () => ({ dataset: { starlingNotice: "", textVersion: "3", language: "zh" } });

  test.each([
    ["yes", true],
    ["no", false],
  ])("a click on %s is told once, and hides the notice", async (answer, choice) => {
    const shown: FakeElement = notice();
    const { page, server } = read({ notice: shown });
    await page.click({ dataset: { starlingConsent: answer } });
    expect(server.consents).toMatchObject([{ choice, textVersion: "3", language: "zh" }]);
    expect(server.consents[0]?.token).toMatch(/^aVisit1~/);
    expect(shown.hidden).toBe(true);
  });

  test("an answer that the server could not take is told to who asked, and can be given again", async () => {
    const shown: FakeElement = notice();
    const { page, server } = read({ notice: shown });
    server.refusesConsent = true;
    await expect(page.starling.consent(false)).rejects.toMatchObject({ ok: false });
    await page.pass(0);
    server.refusesConsent = false;
    await page.click({ dataset: { starlingConsent: "no" } });
    expect(server.consents).toMatchObject([{ choice: false }]);
    expect(shown.hidden).toBe(true);
  });

  test("an answer by call leaves the notice to the page", async () => {
    const shown: FakeElement = notice();
    const { page, server } = read({ notice: shown });
    await page.starling.consent(true);
    expect(server.consents).toMatchObject([{ choice: true }]);
    expect(shown.hidden).toBeUndefined();
  });

  test("other clicks are no answer", async () => {
    const { page, server } = read({ notice: notice() });
    await page.click({ dataset: {} });
    expect(server.consents).toEqual([]);
  });

  test("a goal rides on a beat, whatever was told before", async () => {
    const { page, server } = read();
    await page.pass(2000);
    page.starling.goal("预约", 12.345);
    page.starling.goal("call");
    page.starling.goal("odd", Number.NaN);
    await page.pass(0);
    expect(server.rows()[0]?.goals).toEqual([
      { name: "call" },
      { name: "odd" },
      { name: "预约", value: 12.35 },
    ]);
  });
});
