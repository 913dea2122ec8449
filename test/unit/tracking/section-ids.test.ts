import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { carrySectionIds } from "../../../src/tracking/section-ids.ts";

const tea = "春茶采摘期只有二十天，芽头最嫩，茶氨酸最高，所以喝起来鲜而不涩。";
const water = "水温八十五度左右，先温杯，再投茶三克，第一泡二十秒就可以出汤。";
const store = "没开封的放冰箱冷藏，开封以后尽快喝完，避开光线、潮气和异味。";

const before = [
  { id: "lead", heading: "", text: "今年的第一批春茶到了。" },
  { id: "tea", heading: "为什么是春茶", text: tea },
  { id: "water", heading: "怎么泡", text: water },
  { id: "store", heading: "怎么存", text: store },
];

function carry(next: { heading: string; text: string }[]): string[] {
  let made = 0;
  return carrySectionIds(before, next, () => `new${++made}`).map((section) => section.id);
}

describe("a section keeps its id", () => {
  test("when nothing changed", () => {
    expect(carry(before)).toEqual(["lead", "tea", "water", "store"]);
  });

  test("when its text is rewritten under the same heading", () => {
    expect(carry([{ heading: "怎么泡", text: "完全不同的一段话，讲冷泡的做法和比例。" }])).toEqual([
      "water",
    ]);
  });

  test("when only case, spaces or punctuation of its heading change", () => {
    expect(carry([{ heading: "怎么泡？ ", text: "另一段。" }])).toEqual(["water"]);
  });

  test("when it is renamed and its text is nearly the same", () => {
    expect(carry([{ heading: "冲泡三步", text: water.replace("三克", "四克") }])).toEqual([
      "water",
    ]);
  });

  test("when sections change places", () => {
    const [lead, ...rest] = before;
    expect(carry([lead!, ...rest.toReversed()])).toEqual(["lead", "store", "water", "tea"]);
  });

  test("when another is put in before it or taken away", () => {
    expect(
      carry([{ heading: "谁种的", text: "茶农老周，种了三十年。" }, ...before.slice(2)]),
    ).toEqual(["new1", "water", "store"]);
  });
});

describe("a section gets an id of its own", () => {
  test("when heading and text are new", () => {
    expect(carry([{ heading: "价格", text: "一斤装四百八十元，半斤装二百六十元。" }])).toEqual([
      "new1",
    ]);
  });

  test("when it only shares a short phrase with an old one", () => {
    const previous = [{ id: "a", heading: "规格", text: "见下表" }];
    expect(carrySectionIds(previous, [{ heading: "价格", text: "见下表" }], () => "b")[0]?.id).toBe(
      "b",
    );
  });

  test("when it is a second copy of an old one", () => {
    expect(carry([before[2]!, { ...before[2]! }]).toSorted()).toEqual(["new1", "water"]);
  });
});

test("of two sections with one heading each keeps the id of its own text", () => {
  const previous = [
    { id: "a", heading: "小贴士", text: tea },
    { id: "b", heading: "小贴士", text: water },
  ];
  const next = [
    { heading: "小贴士", text: water },
    { heading: "小贴士", text: tea },
  ];
  expect(carrySectionIds(previous, next, () => "x").map((s) => s.id)).toEqual(["b", "a"]);
});

test("ids are never given twice, and an unchanged body keeps all of them", () => {
  const section = fc.record({
    heading: fc.constantFrom("", "A", "B", "C", "!"),
    text: fc.string({ maxLength: 40 }),
  });
  fc.assert(
    fc.property(fc.array(section), fc.array(section), (a, b) => {
      const previous = a.map((s, i) => ({ ...s, id: `p${i}` }));
      let made = 0;
      const carried = carrySectionIds(previous, b, () => `n${made++}`).map((s) => s.id);
      expect(new Set(carried).size).toBe(b.length);
      const same = carrySectionIds(previous, a, () => "never").map((s) => s.id);
      expect(same.toSorted()).toEqual(previous.map((s) => s.id).toSorted());
    }),
  );
});
