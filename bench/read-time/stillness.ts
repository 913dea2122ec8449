/** Readers who sit still, and readers who have gone. */
import type { FakeSection } from "../../test/support/fake-page.ts";
import { MINUTE, SECOND, type Story } from "./reader.ts";

const poster: FakeSection[] = [{ height: 2400, as: "img" }];
const short: FakeSection[] = [{ height: 300, expectedMs: 6 * SECOND, id: "s0" }];
/** 160 characters on the screen, of 1,600. */
const long: FakeSection[] = [{ height: 8000, expectedMs: 288 * SECOND, id: "s0" }];

export const stillness: Story[] = [
  {
    name: "64 s on a tall poster, one touch",
    truth: [64],
    allowed: 24,
    because: "the idle limit",
    async play(reader) {
      const page = reader.open({ sections: poster });
      await page.pass(9 * SECOND);
      await page.scrollTo(700);
      await page.pass(55 * SECOND);
      await page.leave();
    },
  },
  {
    name: "38 s on a picture, nothing touched",
    truth: [38],
    allowed: 1,
    because: "the page is told",
    async play(reader) {
      const page = reader.open({ sections: [{ height: 800, as: "img" }] });
      await page.pass(38 * SECOND);
      await page.leave();
    },
  },
  {
    name: "45 s on a short post, nothing touched",
    truth: [45],
    allowed: 25,
    because: "the idle limit",
    async play(reader) {
      const page = reader.open({ sections: short });
      await page.pass(45 * SECOND);
      await page.leave();
    },
  },
  {
    name: "60 s on a short post, nothing touched, killed",
    truth: [60],
    allowed: 40,
    because: "the idle limit",
    async play(reader) {
      const page = reader.open({ sections: short });
      await page.pass(60 * SECOND);
      page.kill();
    },
  },
  {
    name: "45 s of a film",
    truth: [45],
    allowed: 1,
    because: "the page is told",
    isEmbedded: true,
    async play(reader) {
      const page = reader.open({ sections: short });
      await page.play(45 * SECOND);
      await page.leave();
    },
  },
  {
    name: "10 s, then gone for 10 min with a looping background film",
    truth: [10],
    allowed: 20,
    because: "the idle limit",
    isEmbedded: true,
    async play(reader) {
      const page = reader.open({ sections: short });
      await page.pass(10 * SECOND);
      await page.touch();
      await page.play(10 * MINUTE, { loop: true });
      await page.leave();
    },
  },
  ...[false, true].map(
    (isEmbedded): Story => ({
      name: `phone laid down after 12 s, 160 characters${isEmbedded ? " without a heading" : ""} on the screen`,
      truth: [12],
      allowed: isEmbedded ? 24 : 43.2,
      because: "the idle limit",
      isEmbedded,
      async play(reader) {
        const text: FakeSection = { height: 8000, as: "text", text: "字".repeat(1600) };
        const page = reader.open({ sections: isEmbedded ? [text] : long });
        await page.pass(11 * SECOND);
        await page.touch();
        await page.pass(SECOND);
        await page.pass(30 * MINUTE);
        await page.leave();
      },
    }),
  ),
  {
    name: "5 s, then a page that scrolls by itself for 3 min",
    truth: [5],
    allowed: 33.75,
    because: "the idle limit",
    async play(reader) {
      const page = reader.open();
      await page.pass(5 * SECOND);
      await page.touch();
      for (let step = 0; step < 60; step++) {
        await page.pass(3 * SECOND);
        await page.drift(page.scrollTop + 20);
      }
      await page.leave();
    },
  },
];
