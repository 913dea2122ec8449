/** Named readers of a page, each with the engaged time that is true of them by construction. */
import { FakePage } from "../../test/support/fake-page.ts";
import { FakeServer, type FakeServerOptions } from "../../test/support/fake-server.ts";

export interface Scenario {
  name: string;
  /** Engaged seconds that are true, one a visit that is to be found. */
  truth: number[];
  /** Most that a visit may be off by, in seconds, and why. */
  allowed: number;
  because: "the page is told" | "killed: one checkpoint" | "walks off: the idle limit";
  play(reader: Reader): Promise<void>;
  serving?: Partial<FakeServerOptions>;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Six sections of two windows each, 45 s of text apiece: believed still for 67.5 s, two for 120 s. */
const SECTIONS = Array.from({ length: 6 }, () => ({ height: 1600, expectedMs: 45 * SECOND }));

/** What a scenario plays on: one server, and as many pages as it opens. */
export class Reader {
  readonly server: FakeServer;
  private readonly source: string;

  constructor(source: string, serving: Partial<FakeServerOptions> = {}) {
    this.source = source;
    this.server = new FakeServer({ sectionCount: SECTIONS.length, ...serving });
  }

  open(isHidden = false): FakePage {
    const { source, server } = this;
    const token = server.token();
    return new FakePage({ source, network: server, sections: SECTIONS, token, isHidden });
  }
}

/** Reads on with a scroll about every six seconds, as long as it takes. */
async function readSteadily(page: FakePage, ms: number): Promise<void> {
  const pace = 6 * SECOND;
  let left = ms;
  for (; left > pace; left -= pace) {
    await page.pass(pace);
    await page.scrollTo(page.scrollTop + 200);
  }
  await page.pass(left);
}

export const scenarios: Scenario[] = [
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
    allowed: 1,
    because: "the page is told",
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
    // One section is on screen.
    allowed: 67.5,
    because: "walks off: the idle limit",
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
      const page = reader.open(true);
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
    name: "webview killed without an event after 47 s",
    truth: [47],
    allowed: 10,
    because: "killed: one checkpoint",
    async play(reader) {
      const page = reader.open();
      await readSteadily(page, 47 * SECOND);
      page.kill();
    },
  },
  {
    name: "background tab 10 min, then 20 s",
    truth: [20],
    allowed: 1,
    because: "the page is told",
    async play(reader) {
      const page = reader.open(true);
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
    (clockGoesOn): Scenario => ({
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
      const two = reader.open(true);
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
      await page.comeOnline();
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
      await page.comeOnline();
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
