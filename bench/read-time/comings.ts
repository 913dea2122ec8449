import { MINUTE, readSteadily, SECOND, type Story } from "./reader.ts";

/** Comings and goings. */
export const comings: Story[] = [
  {
    name: "steady read, 3 min 10 s",
    truth: [190],
    allowed: 1,
    because: "the page is told",
    async play(reader) {
      const page = reader.open();
      await readSteadily(page, 190 * SECOND);
      await page.leave();
    },
  },
  {
    name: "passive read, 100 s with two scrolls",
    truth: [100],
    // Twice as slow as the half section on the screen is read: 35 and 40 s, believed for 33.75.
    allowed: 7.5,
    because: "the idle limit",
    async play(reader) {
      const page = reader.open();
      await page.pass(35 * SECOND);
      await page.scrollTo(700);
      await page.pass(40 * SECOND);
      await page.scrollTo(1500);
      await page.pass(25 * SECOND);
      await page.leave();
    },
  },
  {
    name: "reads 30 s, then walks away for 4 h",
    truth: [30],
    // Half of 45 s is on the screen, at the seam of two sections.
    allowed: 33.75,
    because: "the idle limit",
    async play(reader) {
      const page = reader.open();
      await readSteadily(page, 30 * SECOND);
      await page.pass(240 * MINUTE);
      await page.leave();
    },
  },
  {
    name: "20 s, another app for 5 min, 20 s",
    truth: [40],
    allowed: 1,
    because: "the page is told",
    async play(reader) {
      const page = reader.open();
      await readSteadily(page, 20 * SECOND);
      await page.hide();
      await page.pass(5 * MINUTE);
      await page.show();
      await readSteadily(page, 20 * SECOND);
      await page.leave();
    },
  },
  {
    name: "five peeks of 2 s",
    truth: [10],
    allowed: 1,
    because: "the page is told",
    async play(reader) {
      const page = reader.open({ isHidden: true });
      for (let peek = 0; peek < 5; peek++) {
        await page.pass(30 * SECOND);
        await page.show();
        await page.pass(2 * SECOND);
        await page.hide();
      }
      await page.leave();
    },
  },
  {
    name: "background tab 10 min, then 20 s",
    truth: [20],
    allowed: 1,
    because: "the page is told",
    async play(reader) {
      const page = reader.open({ isHidden: true });
      await page.pass(10 * MINUTE);
      await page.show();
      await readSteadily(page, 20 * SECOND);
      await page.leave();
    },
  },
  {
    name: "20 s, back/forward cache for 2 min, 15 s",
    truth: [20, 15],
    allowed: 1,
    because: "the page is told",
    async play(reader) {
      const page = reader.open();
      await readSteadily(page, 20 * SECOND);
      await page.leave({ persisted: true });
      await page.pass(2 * MINUTE);
      await page.restore();
      await readSteadily(page, 15 * SECOND);
      await page.leave();
    },
  },
  ...[true, false].map(
    (clockGoesOn): Story => ({
      name: `laptop asleep for 1 h in the middle of 50 s, its clock ${clockGoesOn ? "going on" : "standing"}`,
      truth: [50],
      allowed: 1,
      because: "the page is told",
      async play(reader) {
        const page = reader.open();
        await readSteadily(page, 25 * SECOND);
        await page.sleep(60 * MINUTE, clockGoesOn);
        await readSteadily(page, 25 * SECOND);
        await page.leave();
      },
    }),
  ),
  {
    name: "two tabs of one page, 20 s and 30 s, in turn",
    truth: [20, 30],
    allowed: 1,
    because: "the page is told",
    async play(reader) {
      const one = reader.open();
      const two = reader.open({ isHidden: true });
      const both = async (ms: number) => {
        await one.pass(ms);
        await two.pass(ms);
      };
      for (let turn = 0; turn < 2; turn++) {
        await both(10 * SECOND);
        await one.hide();
        await two.show();
        await both(15 * SECOND);
        await two.hide();
        await one.show();
      }
      await one.leave();
      await two.leave();
    },
  },
  {
    name: "60 s, 30 % of beats lost, all doubled and shuffled",
    truth: [60],
    allowed: 1,
    because: "the page is told",
    // The last beat is among the seven of ten that arrive: what was lost before it is in its total.
    serving: { copies: (beat) => (beat % 10 < 3 ? 0 : 2), reorder: shuffled },
    async play(reader) {
      const page = reader.open();
      await readSteadily(page, 60 * SECOND);
      await page.leave();
    },
  },
  {
    name: "90 s, offline for a minute in the middle",
    truth: [90],
    allowed: 1,
    because: "the page is told",
    async play(reader) {
      const page = reader.open();
      await readSteadily(page, 15 * SECOND);
      reader.server.isOffline = true;
      await readSteadily(page, 60 * SECOND);
      reader.server.isOffline = false;
      await readSteadily(page, 15 * SECOND);
      await page.leave();
    },
  },
  {
    name: "45 s, leaves while offline, comes back online hidden",
    truth: [45],
    allowed: 1,
    because: "the page is told",
    async play(reader) {
      const page = reader.open();
      await readSteadily(page, 30 * SECOND);
      reader.server.isOffline = true;
      await readSteadily(page, 15 * SECOND);
      await page.hide();
      await page.pass(MINUTE);
      reader.server.isOffline = false;
      await page.pass(15 * SECOND);
    },
  },
];

/** The same shuffle every time: a linear congruential generator (Numerical Recipes' constants). */
function shuffled(messages: string[]): string[] {
  const list = [...messages];
  let state = 7;
  for (let at = list.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (at + 1);
    const [a, b] = [list[at] as string, list[other] as string];
    list[at] = b;
    list[other] = a;
  }
  return list;
}
