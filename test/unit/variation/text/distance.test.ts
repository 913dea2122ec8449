import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance, editsBelow } from "../../../../src/variation/text/distance.ts";
import {
  editDistanceRatio,
  jaccardBigrams,
  normalise,
} from "../../../../src/variation/text/index.ts";

/** The textbook table, to check the bit-parallel one against. */
function slowEditDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same));
    }
    row = next;
  }
  return row[b.length]!;
}

describe("normalised text", () => {
  test("punctuation, emoji, spaces and width are style", () => {
    expect(normalise("Ｈｉ， 新品❤️上线！\n（第1️⃣批）👨‍👩‍👧")).toBe("hi新品上线第1批");
  });

  test("words are not", () => {
    expect(normalise("新品")).not.toBe(normalise("新款"));
  });
});

describe("J2", () => {
  test("counts shared bigrams over all bigrams", () => {
    // 今天 天上 上新 against 今天 天到 到新: one of five.
    expect(jaccardBigrams("今天上新", "今天，到新！")).toBeCloseTo(1 / 5);
  });

  test("of texts without a bigram is 1 only when they are equal", () => {
    expect(jaccardBigrams("好", "好！")).toBe(1);
    expect(jaccardBigrams("好", "棒")).toBe(0);
  });
});

describe("edit distance", () => {
  test("is that of the textbook table, also over several words of bits", () => {
    const text = fc.string({ unit: fc.constantFrom("甲", "乙", "丙", "d"), maxLength: 150 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(editDistance(a, b)).toBe(slowEditDistance(a, b));
      }),
    );
  });

  test("is the same by diagonals below a bound, and the bound from there on", () => {
    const few = fc.string({ unit: fc.constantFrom("a", "b", "新"), maxLength: 40 });
    const many = fc.string({ maxLength: 120 });
    const edited = fc
      .tuple(many, fc.array(fc.tuple(fc.nat(), fc.string({ maxLength: 2 })), { maxLength: 8 }))
      .map(([text, changes]): [string, string] => [
        text,
        changes.reduce((now, [at, into]) => {
          const place = at % (now.length + 1);
          return now.slice(0, place) + into + now.slice(place + 1);
        }, text),
      ]);
    fc.assert(
      fc.property(
        fc.oneof(fc.tuple(few, few), fc.tuple(many, many), edited),
        fc.nat(50),
        ([a, b], most) => {
          expect(editsBelow(a, b, most)).toBe(Math.min(editDistance(a, b), most));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("is told over the longer text, style left out", () => {
    expect(editDistanceRatio("今天上新", "今天，到新啦！")).toBeCloseTo(2 / 5);
    expect(editDistanceRatio("！", "")).toBe(0);
  });
});
