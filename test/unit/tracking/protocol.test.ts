import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BEAT_REASONS,
  type Beat,
  type BeatLetter,
  checkpointsWithin,
  encodeBeat,
  idleLimitMs,
  MAX_BEAT_CHARS,
  MAX_SECTIONS,
  nextCheckpointMs,
  parseBeat,
  parseOpening,
} from "../../../src/tracking/protocol.ts";

const beats: fc.Arbitrary<Beat> = fc
  .record({
    token: fc.stringMatching(/^[A-Za-z0-9_~.-]{1,200}$/),
    seq: fc.integer({ min: 1, max: 1_000_000 }),
    why: fc.constantFrom(...(Object.keys(BEAT_REASONS) as BeatLetter[])),
    end: fc.boolean(),
    isMachine: fc.boolean(),
    engagedMs: fc.integer({ min: 0, max: 86_400_000 }),
    idleMs: fc.integer({ min: 0, max: 86_400_000 }),
    trustMs: fc.integer({ min: 0, max: 86_400_000 }),
    scroll: fc.integer({ min: 0, max: 1000 }),
    sections: fc.array(fc.integer({ min: 0, max: 86_400_000 }), { maxLength: MAX_SECTIONS }),
    goal: fc.option(
      fc.record(
        {
          name: fc.string({ minLength: 1, maxLength: 64 }),
          value: fc.integer({ min: -1_000_000, max: 1_000_000 }),
        },
        { requiredKeys: ["name"] },
      ),
      { nil: undefined },
    ),
  })
  .map(({ goal, ...beat }) => (goal ? { ...beat, goal } : beat));

describe("a beat on the wire", () => {
  test("comes back as it was written", () => {
    fc.assert(
      fc.property(beats, (beat) => {
        const text = encodeBeat(beat);
        fc.pre(text.length <= MAX_BEAT_CHARS);
        expect(parseBeat(text)).toEqual({ ok: true, beat });
      }),
    );
  });

  // Frozen: pages in readers' hands send this for as long as they are open or cached.
  test.each([
    [
      "1 aTok 1 c 0 1004 250 1004",
      { seq: 1, why: "c", end: false, engagedMs: 1004, scroll: 250, sections: [1004] },
    ],
    [
      "1 aTok 7 v 1 61000 1000 30000,,31000",
      {
        seq: 7,
        why: "v",
        end: true,
        engagedMs: 61_000,
        scroll: 1000,
        sections: [30_000, 0, 31_000],
      },
    ],
    [
      "1 aTok 2 p 1 900 0 ",
      { seq: 2, why: "p", end: true, engagedMs: 900, scroll: 0, sections: [] },
    ],
    [
      "1 aTok 3 g 0 5000 400 5000 %E6%8A%A5%E5%90%8D 12.5",
      {
        seq: 3,
        why: "g",
        end: false,
        engagedMs: 5000,
        scroll: 400,
        sections: [5000],
        goal: { name: "报名", value: 12.5 },
      },
    ],
  ])("of version 1 is read for ever: %s", (text, beat) => {
    const unsaid = { isMachine: false, idleMs: 0, trustMs: 0 };
    expect(parseBeat(text)).toEqual({ ok: true, beat: { token: "aTok", ...unsaid, ...beat } });
  });

  test.each([
    [
      "2 aTok 7 i 0 29000 35000 20000 1000 29000,,",
      { seq: 7, why: "i", end: false, isMachine: false, sections: [29_000, 0, 0] },
    ],
    [
      "2 aTok 8 p 3 29000 35000 20000 1000 29000 %E6%8A%A5%E5%90%8D 12.5",
      {
        seq: 8,
        why: "p",
        end: true,
        isMachine: true,
        sections: [29_000],
        goal: { name: "报名", value: 12.5 },
      },
    ],
  ])("of version 2 is read for ever: %s", (text, beat) => {
    const figures = { engagedMs: 29_000, idleMs: 35_000, trustMs: 20_000, scroll: 1000 };
    expect(parseBeat(text)).toEqual({ ok: true, beat: { token: "aTok", ...figures, ...beat } });
  });

  test("of a page with more sections than are told apart loses those, not its total", () => {
    const sections = ",".repeat(MAX_SECTIONS + 60);
    const parsed = parseBeat(`2 t 1 c 0 36000 0 0 10 5${sections}7`);
    expect(parsed).toMatchObject({ ok: true, beat: { engagedMs: 36_000 } });
    expect(parsed.ok && parsed.beat.sections.length).toBe(MAX_SECTIONS);
  });

  test("has holes where a section earned nothing", () => {
    const sections: number[] = [];
    sections[2] = 7.4;
    const text = encodeBeat({
      token: "t",
      seq: 1,
      why: "c",
      end: false,
      isMachine: false,
      engagedMs: 7,
      idleMs: 0,
      trustMs: 0,
      scroll: 0,
      sections,
    });
    expect(text).toBe("2 t 1 c 0 7 0 0 0 ,,7");
  });

  test.each([
    ["", "version"],
    ["3 t 1 c 0 1 1 1", "version"],
    ["constructor t 1 c 0 1 1 1", "version"],
    ["1 t 1 c 0 1 1", "shape"],
    ["1 t 1 c 0 1 1 1 g 1 x", "shape"],
    ["1  1 c 0 1 1 1", "token"],
    [`1 ${"t".repeat(1025)} 1 c 0 1 1 1`, "token"],
    ["1 t 0 c 0 1 1 1", "seq"],
    ["1 t -1 c 0 1 1 1", "seq"],
    ["1 t 1e3 c 0 1 1 1", "seq"],
    ["1 t 1 x 0 1 1 1", "why"],
    ["1 t 1 toString 0 1 1 1", "why"],
    ["1 t 1 c 2 1 1 1", "flags"],
    ["2 t 1 c 4 1 0 0 1 1", "flags"],
    ["2 t 1 c 0 1 -1 0 1 1", "idle"],
    ["2 t 1 c 0 1 0 x 1 1", "trust"],
    ["2 t 1 c 0 1 1 1", "shape"],
    ["1 t 1 c 0 NaN 1 1", "engaged"],
    ["1 t 1 c 0 86400001 1 1", "engaged"],
    ["1 t 1 c 0 1.5 1 1", "engaged"],
    ["1 t 1 c 0 1 1001 1", "scroll"],
    ["1 t 1 c 0 1 1 a", "sections"],
    ["1 t 1 c 0 1 1 1 ", "goal"],
    ["1 t 1 c 0 1 1 1 %", "goal"],
    ["1 t 1 c 0 1 1 1 buy Infinity", "goal"],
    [`1 t 1 c 0 1 1 ${"1,".repeat(MAX_BEAT_CHARS)}`, "too-long"],
  ])("is refused with the field that is wrong: %j", (text, reason) => {
    expect(parseBeat(text)).toEqual({ ok: false, reason });
  });

  test("never throws, whatever it is", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseBeat(text)));
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 12 }), (fields) => {
        parseBeat(["1", ...fields].join(" "));
      }),
    );
  });
});

test("beats fall due at 1, 6, 11, 16, 26, 36, 46 s, then every 30 s", () => {
  const due: number[] = [];
  // A page that has told nothing yet, but asked for a token, owes its first at 1 s all the same.
  for (let ms = nextCheckpointMs(0); ms < 140_000; ms = nextCheckpointMs(ms)) due.push(ms / 1000);
  expect(due).toEqual([1, 6, 11, 16, 26, 36, 46, 76, 106, 136]);
  expect([0, 999, 1000, 5999, 46_000, 136_000].map(checkpointsWithin)).toEqual([0, 0, 1, 1, 7, 10]);
});

test("a page that is killed owes at most 5 s below 20 s, 10 s below 50 s, 30 s after", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 86_400_000 }), (told) => {
      const killed = nextCheckpointMs(told) - 1;
      const owed = killed < 20_000 ? 5000 : killed < 50_000 ? 10_000 : 30_000;
      expect(killed - told).toBeLessThan(owed);
    }),
  );
});

describe("what a page without a token says in its place", () => {
  test.each([
    ["aCode~0.5~8000", { code: "aCode", key: "0.5", readMs: 8000 }],
    ["aCode.aRef_-1~0.5~0", { code: "aCode", ref: "aRef_-1", key: "0.5", readMs: 0 }],
    ["aCode^aRef~1.2e-7~0", { code: "aCode", parentRef: "aRef", key: "1.2e-7", readMs: 0 }],
    ["/s/aCode.aRef~0.5~1", { code: "aCode", ref: "aRef", key: "0.5", readMs: 1 }],
    ["/x/s/aCode.aRef%EF%BC%8C~0.5~1", { code: "aCode", ref: "aRef", key: "0.5", readMs: 1 }],
    ["/s/aCode/~0.5~1", { code: "aCode", key: "0.5", readMs: 1 }],
    ["aCode~0.5~999999999", { code: "aCode", key: "0.5", readMs: 600_000 }],
  ])("%s", (text, opening) => {
    expect(parseOpening(text)).toEqual(opening);
  });

  test.each([
    "",
    "aCode",
    "aCode~0.5",
    "aCode~~1",
    "aCode~0.5~-1",
    "aCode~0.5~1.5",
    "aCode~0.5~1~x",
    `aCode~${"0".repeat(33)}~1`,
  ])("is refused where it is none: %j", (text) => {
    expect(parseOpening(text)).toBeUndefined();
  });
});

test("the next checkpoint always lies ahead", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 86_400_000 }), (ms) => {
      const ahead = nextCheckpointMs(ms) - ms;
      expect(ahead).toBeGreaterThan(0);
      expect(ahead).toBeLessThanOrEqual(30_000);
    }),
  );
});

test("a still reader is believed one and a half times what the screen takes, 20 to 120 s", () => {
  expect([0, 10_000, 20_000, 40_000, 90_000].map(idleLimitMs)).toEqual([
    20_000, 20_000, 30_000, 60_000, 120_000,
  ]);
});
