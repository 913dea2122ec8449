/** Pages of other people: frames, layers, single-page apps, very long ones; and old browsers. */
import type { FakeSection } from "../../test/support/fake-page.ts";
import { MINUTE, readSteadily, SECOND, type Story } from "./reader.ts";

const headings = (count: number, from = 0): FakeSection[] =>
  Array.from({ length: count }, (_, at) => [
    { height: 60, as: "heading" as const, text: `Heading ${from + at}` },
    { height: 340, as: "text" as const, text: "word ".repeat(60) },
  ]).flat();

const told = { allowed: 1, because: "the page is told", isEmbedded: true } as const;

export const pages: Story[] = [
  ...(["below the fold", "not rendered"] as const).map(
    (frame): Story => ({
      ...told,
      name: `20 s in a frame that is ${frame}`,
      truth: [],
      async play(reader) {
        const page = reader.open({ isFramed: true });
        page.frame = frame;
        await page.pass(20 * SECOND);
        await page.leave();
      },
    }),
  ),
  {
    ...told,
    name: "a frame on the screen for 10 of 34 s",
    truth: [10],
    async play(reader) {
      const page = reader.open({ isFramed: true });
      page.frame = "below the fold";
      await page.pass(12 * SECOND);
      page.frame = "on screen";
      await page.pass(10 * SECOND);
      page.frame = "below the fold";
      await page.pass(12 * SECOND);
      await page.leave();
    },
  },
  {
    ...told,
    name: "30 s, a dialog over the text for 15 of them",
    truth: [15],
    async play(reader) {
      const page = reader.open();
      await page.pass(7 * SECOND);
      page.isCovered = true;
      await page.pass(15 * SECOND);
      page.isCovered = false;
      await page.pass(8 * SECOND);
      await page.leave();
    },
  },
  {
    ...told,
    name: "36 s on a page of 260 headings",
    truth: [36],
    async play(reader) {
      const page = reader.open({ sections: headings(260) });
      await readSteadily(page, 36 * SECOND);
      await page.leave();
    },
  },
  {
    ...told,
    name: "36 s on a page of ours with 260 sections",
    truth: [36],
    isEmbedded: false,
    serving: { sectionCount: 200 },
    async play(reader) {
      const sections = Array.from({ length: 260 }, () => ({ height: 400, expectedMs: 5000 }));
      const page = reader.open({ sections });
      await readSteadily(page, 36 * SECOND);
      await page.leave();
    },
  },
  {
    ...told,
    name: "54 s in a feed that grows",
    truth: [54],
    async play(reader) {
      const page = reader.open({ sections: headings(20) });
      for (let more = 1; more <= 18; more++) {
        await page.pass(3 * SECOND);
        page.render(...headings(20 * more));
        await page.scrollTo(page.scrollTop + 4000);
      }
      await page.leave();
    },
  },
  {
    ...told,
    name: "12 s on s0, 8 s on s1 and s2 in between",
    truth: [20],
    async play(reader) {
      const show = (id: string) => ({ height: 700, id });
      const page = reader.open({ sections: [show("s0")] });
      await page.pass(4500);
      for (const id of ["s1", "s2"]) {
        page.render(show(id));
        await page.pass(4000);
      }
      page.render(show("s0"));
      await page.pass(7500);
      await page.leave();
    },
  },
  {
    ...told,
    name: "25 s on a page whose framework renders it anew each second",
    truth: [25],
    async play(reader) {
      const page = reader.open({ sections: headings(3) });
      for (let second = 0; second < 25; second++) {
        await page.pass(SECOND);
        page.render(...headings(3));
        if (second === 12) await page.touch("keydown");
      }
      await page.leave();
    },
  },
  ...(["IntersectionObserver", "visualViewport"] as const).map(
    (without): Story => ({
      ...told,
      name: `15 s in a browser without ${without}`,
      truth: [15],
      async play(reader) {
        const page = reader.open({ without: [without] });
        await page.pass(15 * SECOND);
        await page.leave();
      },
    }),
  ),
  {
    ...told,
    name: "15 s on a page that has the script twice",
    truth: [15],
    async play(reader) {
      const page = reader.open();
      page.runScript();
      await page.pass(15 * SECOND);
      await page.leave();
    },
  },
  {
    ...told,
    name: "20 s in two tabs of one embedded page",
    truth: [20, 20],
    async play(reader) {
      for (const page of [reader.open(), reader.open()]) {
        await readSteadily(page, 20 * SECOND);
        await page.leave();
        await page.pass(MINUTE);
      }
    },
  },
];
