import { describe, expect, test } from "vitest";
import { boundsOf, confidenceOf } from "../../../../src/tracking/qualify.ts";
import { WECHAT } from "../../../support/fake-page.ts";
import { read, type Script, TICK } from "./support.ts";

const AGENTS = {
  "a phone":
    "Mozilla/5.0 (Linux; Android 13; SM-S9180) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36 xhsdiscover/8.1",
  "an Android tablet, which does not say Mobile":
    "Mozilla/5.0 (Linux; Android 14; SM-X910) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
  WeChat: WECHAT,
  "WeChat on Windows":
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/132.0.0.0 Safari/537.36 MicroMessenger/7.0.20.1781(0x6700143B) NetType/WIFI MiniProgramEnv/Windows WindowsWechat/WMPF WindowsWechat(0x63090a13) UnifiedPCWindowsWechat(0xf254160a) XWEB/18055",
  "WeCom on a desktop":
    "Mozilla/5.0 (Windows NT 6.2; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/81.0.4044.138 Safari/537.36 wxwork/4.1.27 (MicroMessenger/6.2) WindowsWechat",
  "DingTalk on a desktop":
    "Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/91.0.4472.124 Safari/537.36 dingtalk-win/1.0.0 nw(0.14.7) DingTalk(7.0.40-Release.5039101) Mojo/1.0.0",
  "Feishu on a desktop":
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_1_1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.6167.86 Safari/537.36 Lark/7.27.8 LarkLocale/zh_CN ttnet SDK-Version/7.27.8",
  "QQ on a desktop":
    "Mozilla/5.0 (Windows NT 6.2; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) QQ/9.4.9.27847 Chrome/43.0.2357.134 Safari/537.36 QBCore/3.43.1298.400 QQBrowser/9.0.2524.400",
};
const MAC =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15";

const both = describe.each<Script>(["core", "full"]);

both("the clock (%s)", (script) => {
  test("counts while the page is looked at and tells when the reader leaves", async () => {
    const { page, server } = read(script);
    await page.pass(12_340);
    await page.leave();
    const [visit] = server.rows();
    expect(visit?.engagedMs).toBe(12_340);
    expect(confidenceOf(visit!)).toBe("complete");
  });

  test("stands while the tab is hidden", async () => {
    const { page, engaged } = read(script);
    await page.pass(3000);
    await page.hide();
    await page.pass(60_000);
    await page.show();
    await page.pass(2000);
    await page.hide();
    expect(engaged()).toEqual([5000]);
  });

  test("stands while another window has the focus", async () => {
    const { page, engaged } = read(script);
    await page.pass(3000);
    await page.blur();
    await page.pass(60_000);
    await page.focus();
    await page.pass(2000);
    await page.leave();
    expect(engaged()).toEqual([5000]);
  });

  test("runs on when the reader clicks into a frame of the page, which keeps its focus", async () => {
    const { page, engaged } = read(script);
    await page.pass(3000);
    await page.blur();
    page.hasFocus = true;
    await page.pass(5000);
    await page.leave();
    expect(engaged()[0]).toBeGreaterThanOrEqual(8000 - TICK);
  });

  test.each(Object.entries(AGENTS))("asks for no focus in %s", async (_where, userAgent) => {
    const { page, engaged } = read(script, { userAgent });
    page.hasFocus = false;
    await page.blur();
    await page.pass(6000);
    await page.leave();
    expect(engaged()).toEqual([6000]);
  });

  test.each([
    ["an iPad, which calls itself a Mac", 5, [6000]],
    ["a Mac", 0, []],
  ])("knows by its touch points %s", async (_what, touchPoints, expected) => {
    const { page, engaged } = read(script, { userAgent: MAC, touchPoints });
    page.hasFocus = false;
    await page.blur();
    await page.pass(6000);
    await page.leave();
    expect(engaged()).toEqual(expected);
  });

  test("does not start before a hidden or prerendered page is shown", async () => {
    const { page, server, engaged } = read(script, { isHidden: true });
    await page.pass(600_000);
    expect(server.taken).toBe(0);
    await page.show();
    await page.pass(4000);
    await page.leave();
    expect(engaged()).toEqual([4000]);
  });

  test("goes on from the next touch, without the time in between", async () => {
    const { page, engaged } = read(script);
    await page.pass(200_000);
    await page.touch();
    await page.pass(5000);
    await page.leave();
    // 800 of 1,200 pixels are on the screen, which take 26.7 s to read: believed for 40 s.
    expect(engaged()).toEqual([45_000]);
  });

  test.each([true, false])("sleeps with the machine, its clock going on: %s", async (goesOn) => {
    const { page, engaged } = read(script);
    await page.pass(10_200);
    await page.sleep(3_600_000, goesOn);
    await page.pass(5000);
    await page.leave();
    expect(Math.abs((engaged()[0] ?? 0) - 15_200)).toBeLessThanOrEqual(2 * TICK);
  });

  test("does not run backwards with a device clock that does", async () => {
    const { page, engaged } = read(script);
    await page.pass(10_000);
    page.deviceSkewMs -= 8000;
    await page.pass(5000);
    await page.leave();
    expect(engaged()[0]).toBeGreaterThanOrEqual(15_000 - TICK);
    expect(engaged()[0]).toBeLessThanOrEqual(15_000);
  });

  test("stands while frozen and runs after", async () => {
    const { page, engaged } = read(script);
    await page.pass(4000);
    await page.freeze();
    await page.pass(60_000);
    await page.resume();
    await page.pass(3000);
    await page.leave();
    expect(Math.abs((engaged()[0] ?? 0) - 7000)).toBeLessThanOrEqual(TICK);
  });
});

both("a reader who does nothing (%s)", (script) => {
  test("is believed for what of each section is on the screen, and told of at once", async () => {
    const { page, server } = read(script);
    await page.pass(4 * 3_600_000);
    const [visit] = server.rows();
    expect(visit?.engagedMs).toBe(40_000);
    expect(confidenceOf(visit!)).toBe("idle");
    const told = server.beats.length;
    await page.pass(3_600_000);
    expect(server.beats.length).toBe(told);
  });

  test("may have gone at any time since what they last did, or never, as the bounds say", async () => {
    const { page, server } = read(script);
    await page.pass(6000);
    await page.touch();
    await page.pass(100_000);
    const row = () => server.rows()[0]!;
    expect(boundsOf(row())).toEqual({ atLeastMs: 6000, atMostMs: null });
    await page.leave();
    expect(row().engagedMs).toBe(46_000);
    expect(boundsOf(row())).toEqual({ atLeastMs: 6000, atMostMs: 106_000 });
  });

  test("is cut once and for all, whatever comes on the screen meanwhile", async () => {
    const { page, server } = read(script, {
      sections: [{ height: 300, expectedMs: 5000, id: "s" }],
    });
    await page.pass(30_000);
    page.render({ height: 800, expectedMs: 200_000, id: "s" });
    await page.pass(60_000);
    await page.leave();
    expect(server.rows()[0]).toMatchObject({ engagedMs: 20_000, idleMs: 70_000 });
  });

  test("is given time for pictures, by what of them is on the screen", async () => {
    const { page, engaged } = read(script, { sections: [{ height: 1600, width: 300, as: "img" }] });
    await page.pass(3_600_000);
    await page.leave();
    // 300 × 800 pixels, 12 a ms, and half as much again.
    expect(engaged()).toEqual([30_000]);
  });

  test.each([
    ["pinched to a quarter of the window", 0.25, 20_000],
    ["not pinched", 1, 40_000],
  ])("is believed for what a phone shows, %s", async (_how, pinch, expected) => {
    const { page, engaged } = read(script);
    page.pinch = pinch;
    await page.pass(3_600_000);
    await page.leave();
    expect(engaged()).toEqual([expected]);
  });
});

both("scrolling (%s)", (script) => {
  test.each(["wheel", "keydown", "pointerdown", "pointermove", "touchmove"])(
    "counts within two seconds of %s",
    async (type) => {
      const { page, engaged } = read(script);
      await page.pass(30_000);
      await page.touch(type);
      await page.pass(1900);
      await page.drift(5);
      await page.pass(60_000);
      await page.leave();
      expect(Math.abs(engaged()[0]! - 71_900)).toBeLessThanOrEqual(500);
    },
  );

  test("that no reader does keeps nothing running", async () => {
    const { page, engaged } = read(script);
    await page.pass(3000);
    for (let second = 0; second < 120; second++) {
      await page.pass(1000);
      await page.drift(0);
      await page.scrollInside();
    }
    await page.leave();
    expect(engaged()).toEqual([40_000]);
  });
});
