/** Slow openings, networks and servers that fail, and pages that are killed. */
import { MINUTE, readSteadily, SECOND, type Story } from "./reader.ts";

export const carriers: Story[] = [
  {
    name: "opening answered after 8 s, left after 15 s",
    truth: [15],
    allowed: 1,
    because: "the page is told",
    isEmbedded: true,
    serving: { openDelayMs: 8 * SECOND },
    async play(reader) {
      const page = reader.open();
      await page.pass(15 * SECOND);
      await page.leave();
    },
  },
  {
    name: "opening slow at first, 15 s",
    truth: [15],
    allowed: 1,
    because: "the page is told",
    isEmbedded: true,
    serving: { openDelayMs: 8 * SECOND },
    async play(reader) {
      const page = reader.open();
      await page.pass(9 * SECOND);
      reader.server.openDelayMs = 0;
      await page.pass(6 * SECOND);
      await page.leave();
    },
  },
  {
    name: "network cut for the first 22 s of 54",
    truth: [54],
    allowed: 1,
    because: "the page is told",
    isEmbedded: true,
    serving: { isOffline: true },
    async play(reader) {
      const page = reader.open();
      await readSteadily(page, 22 * SECOND);
      reader.server.isOffline = false;
      await readSteadily(page, 32 * SECOND);
      await page.leave();
    },
  },
  {
    name: "20 s, back/forward cache, 16 s with a slow answer",
    truth: [20, 16],
    allowed: 1,
    because: "the page is told",
    async play(reader) {
      const page = reader.open();
      await readSteadily(page, 20 * SECOND);
      await page.leave({ persisted: true });
      await page.pass(MINUTE);
      reader.server.openDelayMs = 9 * SECOND;
      await page.restore();
      await page.pass(16 * SECOND);
      await page.leave();
    },
  },
  {
    name: "left after 3 s, on somebody else's page",
    truth: [3],
    allowed: 1,
    because: "the page is told",
    isEmbedded: true,
    async play(reader) {
      const page = reader.open();
      await page.pass(3 * SECOND);
      await page.leave();
    },
  },
  {
    name: "left after 4 s, before the opening's answer",
    truth: [4],
    allowed: 1,
    because: "the page is told",
    isEmbedded: true,
    serving: { openDelayMs: 8 * SECOND },
    async play(reader) {
      const page = reader.open();
      await page.pass(4 * SECOND);
      await page.leave();
    },
  },
  {
    name: "away at 4 s, before the opening's answer, and back for 12 s",
    truth: [16],
    allowed: 1,
    because: "the page is told",
    isEmbedded: true,
    serving: { openDelayMs: 8 * SECOND },
    async play(reader) {
      const page = reader.open();
      await page.pass(4 * SECOND);
      await page.hide();
      await page.pass(2 * SECOND);
      await page.show();
      await page.pass(12 * SECOND);
      await page.leave();
    },
  },
  {
    name: "20 s, the tab left open for 25 h, 20 s",
    truth: [20, 20],
    allowed: 1,
    because: "the page is told",
    async play(reader) {
      const page = reader.open();
      await page.pass(20 * SECOND);
      await page.hide();
      await page.pass(25 * 60 * MINUTE);
      await page.show();
      await page.pass(20 * SECOND);
      await page.leave();
    },
  },
  {
    name: "28.6 s in a browser without sendBeacon, then hidden",
    truth: [28.6],
    allowed: 1,
    because: "the page is told",
    async play(reader) {
      const page = reader.open({ without: ["sendBeacon"] });
      await page.pass(28_600);
      await page.hide();
    },
  },
  {
    name: "35 s, a blocker's sendBeacon that says true, then hidden",
    truth: [35],
    allowed: 1,
    because: "the page is told",
    async play(reader) {
      const page = reader.open();
      page.beacons = "lies";
      await readSteadily(page, 35 * SECOND);
      await page.hide();
      await page.pass(MINUTE);
    },
  },
  ...[503, 429].map(
    (status): Story => ({
      name: `35 s, the last beat answered ${status} for a minute while hidden`,
      truth: [35],
      allowed: 1,
      because: "the page is told",
      async play(reader) {
        const page = reader.open();
        await readSteadily(page, 34 * SECOND);
        reader.server.beatStatus = status;
        await page.pass(SECOND);
        await page.hide();
        await page.pass(MINUTE);
        reader.server.beatStatus = 204;
        await page.pass(MINUTE);
      },
    }),
  ),
  {
    name: "52 s, away, back for 26 s, killed",
    truth: [78],
    allowed: 30.5,
    because: "killed: one checkpoint",
    async play(reader) {
      const page = reader.open();
      await readSteadily(page, 52 * SECOND);
      await page.hide();
      await page.pass(MINUTE);
      await page.show();
      await readSteadily(page, 26 * SECOND);
      page.kill();
    },
  },
  {
    name: "left in the very millisecond of a checkpoint, 1 s",
    truth: [1],
    allowed: 1,
    because: "the page is told",
    async play(reader) {
      const page = reader.open();
      await page.pass(SECOND);
      await page.leave();
    },
  },
  ...[3, 19, 47, 78].map(
    (seconds): Story => ({
      name: `webview killed without an event after ${seconds} s`,
      truth: [seconds],
      // What a checkpoint owes there, and the look that it waits for.
      allowed: (seconds < 20 ? 5 : seconds < 50 ? 10 : 30) + 0.5,
      because: "killed: one checkpoint",
      // The second checkpoint is at 6 s.
      isHeardOnce: seconds < 6,
      async play(reader) {
        const page = reader.open();
        await readSteadily(page, seconds * SECOND);
        page.kill();
      },
    }),
  ),
];
