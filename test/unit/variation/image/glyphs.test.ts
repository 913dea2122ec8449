import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readGlyph, writePart } from "../../../../src/variation/image/glyphs/glyph-part.ts";
import { filledIn, undrawnOf, unknownFields } from "../../../../src/variation/image/index.ts";
import { fontFor } from "./components.ts";

/** All characters of a double-byte code between two rows. */
function charactersOf(label: string, rows: [number, number]): string[] {
  const decoder = new TextDecoder(label, { fatal: true });
  const all: string[] = [];
  for (let high = rows[0]; high <= rows[1]; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      try {
        all.push(decoder.decode(Uint8Array.of(high, low)));
      } catch {
        // No character has this code.
      }
    }
  }
  return all.filter((letter) => /^\p{Script=Han}$/u.test(letter));
}

const between = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));

const sets: Record<string, readonly string[]> = {
  "GB 2312": charactersOf("gb2312", [0xb0, 0xf7]),
  "Big5, level 1": charactersOf("big5", [0xa4, 0xc6]),
  "Big5, level 2": charactersOf("big5", [0xc9, 0xf9]),
  "Latin with marks": [...between(0xc0, 0x24f), ...between(0x1e00, 0x1eff)],
  Greek: between(0x391, 0x3ce).filter((letter) => letter !== "\u03a2"),
  Cyrillic: between(0x400, 0x45f),
  Hangul: between(0xac00, 0xd7a3),
  kana: [...between(0x3041, 0x3096), ...between(0x30a1, 0x30fa)],
  // Of the 8,105 of 2013, some that GBK has not.
  "the table of 2013": [
    ..."㑇㛃㳚㸆䏝䢺䶮鿍鿎鿏𠅤𠙶𠳐𣗋𣲗𤧛𦙶𧿹𨐈𨟠𩽾𪟝𪣻𫄧𫍣𫓧𫖮𫖯𫗧𫘜𬀩𬇕𬍛𬒈𬘓𬜬𬬭𬭎𬱖𬳵𬴊𬶋𬸘𬸚𬺈𬺓",
  ],
};

describe("the font", () => {
  test.each(Object.entries(sets))("has all of %s", (_, letters) => {
    expect(letters.length).toBeGreaterThan(40);
    expect(letters.filter((letter) => !fontFor(letter.codePointAt(0)!)).join("")).toBe("");
  });

  test("gives outlines that fill about an em", () => {
    const { advance, contours } = fontFor("國".codePointAt(0)!)!;
    const points = contours.flat();
    expect(advance).toBe(1);
    expect(Math.max(...points.map(({ y }) => y))).toBeLessThan(1);
    expect(Math.min(...points.map(({ y }) => y))).toBeGreaterThan(-0.2);
    expect(contours.length).toBeGreaterThan(3);
  });

  test("keeps glyphs as they are written", () => {
    const number = fc.integer({ min: -3000, max: 3000 });
    const point = fc.record({ x: number, y: number, on: fc.constant(true) });
    const glyph = fc.record({
      advance: fc.nat(4000),
      contours: fc.array(fc.array(point, { minLength: 1, maxLength: 9 }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.nat(63), fc.nat(63), glyph, glyph, (a, b, one, other) => {
        const part = writePart(
          new Map([
            [a, one],
            [b, other],
          ]),
        );
        const read = readGlyph(part, 64 * 9 + b)!;
        expect(Math.round(read.advance * 1000)).toBe(other.advance);
        const points = read.contours.map((contour) =>
          contour.map(({ x, y }) => ({
            x: Math.round(x * 1000),
            y: Math.round(y * 1000),
            on: true,
          })),
        );
        expect(points).toEqual(other.contours);
        if ((a + 1) % 64 !== b) expect(readGlyph(part, (a + 1) % 64)).toBeUndefined();
      }),
    );
  });
});

describe("what cannot be drawn", () => {
  const undrawn = (text: string) => undrawnOf(text, (c) => fontFor(c) !== undefined);

  test("is nothing of a name of any script that outlines set, composed or not", () => {
    for (const name of [
      "藺燾",
      "王𠮷",
      "Łukasz Żółć",
      "김나영",
      "e\u0301",
      "Zoe\u0308",
      "李\u200d小\ufe0f",
    ]) {
      expect(undrawn(name), name).toBeUndefined();
    }
  });

  test("is named: characters, and scripts that need shaping", () => {
    expect(undrawn("小李🇨🇳")).toEqual({ characters: ["🇨", "🇳"], scripts: [] });
    expect(undrawn("محمد")).toEqual({ characters: [], scripts: ["Arabic"] });
    expect(undrawn("สมชาย प्रिया")).toEqual({ characters: [], scripts: ["Thai", "Devanagari"] });
  });
});

describe("a text of a sender", () => {
  const sender = { name: "李小龙", title: "经理", phone: "138 0000 0000", team: null };

  test.each([
    ["{name}  {title}  {phone}", "李小龙  经理  138 0000 0000"],
    ["{name} · {team}", "李小龙"],
    ["{team} · {name}", "李小龙"],
    ["{name}（{title}）", "李小龙（经理）"],
    ["{team}\n{name}", "李小龙"],
    ["Ask {name}, {team}, {title}", "Ask 李小龙, 经理"],
    ["扫码咨询", "扫码咨询"],
  ])("fills in %j", (template, text) => {
    expect(filledIn(template, sender)).toBe(text);
  });

  test("tells names in braces that are no fields", () => {
    expect(unknownFields("{name} {nmae} {}")).toEqual(["nmae", ""]);
  });
});
