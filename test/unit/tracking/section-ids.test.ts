import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
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

describe("of very many sections", () => {
  const words = (at: number) =>
    String.fromCharCode(...[1, 7919, 104_729, 1_299_709].map((n) => 0x4e00 + ((at * n) % 20_000)));
  type Case = { heading: (at: number) => string; text: (at: number) => string };
  const make = (count: number, { heading, text }: Case) =>
    Array.from({ length: count }, (_, at) => ({
      id: `s${at}`,
      heading: heading(at),
      text: text(at),
    }));
  const own = (at: number) => `${words(at)}${words(at + 1)}${words(at + 2)}和平常的一句话`;
  const same = () => "同样的一段文字，一个字也不差，写了又写。";
  const cases: Record<string, readonly [Case, Case]> = {
    "kept as they are": [
      { heading: (at) => `第${at}节`, text: own },
      { heading: (at) => `第${at}节`, text: own },
    ],
    "all renamed": [
      { heading: (at) => `第${at}节`, text: own },
      { heading: (at) => `${at}号`, text: own },
    ],
    "all renamed and touched": [
      { heading: (at) => `第${at}节`, text: own },
      { heading: (at) => `${at}号`, text: (at) => `${own(at)}呢` },
    ],
    "under one heading": [
      { heading: () => "步骤", text: own },
      { heading: () => "步骤", text: own },
    ],
    "all alike": [
      { heading: (at) => `第${at}节`, text: (at) => `${same()}${at}` },
      { heading: (at) => `${at}号`, text: (at) => `${same()}${at + 1}` },
    ],
    "all the same": [
      { heading: () => "步骤", text: same },
      { heading: () => "步骤", text: same },
    ],
  };

  /** Look-ups in maps, which is what comparing texts comes down to. */
  function stepsOf(count: number, [previous, next]: readonly [Case, Case]): number {
    const [from, to] = [make(count, previous), make(count, next)];
    const get = vi.spyOn(Map.prototype, "get");
    try {
      carrySectionIds(from, to, () => "new");
      return get.mock.calls.length;
    } finally {
      get.mockRestore();
    }
  }

  test.each(Object.entries(cases))(
    "twice as many cost about twice the effort: %s",
    (_name, texts) => {
      expect(stepsOf(2_000, texts) / stepsOf(1_000, texts)).toBeLessThan(2.6);
    },
  );

  test.each([
    "kept as they are",
    "all renamed",
    "all renamed and touched",
    "under one heading",
    "all the same",
  ])("each is found again: %s", (name) => {
    const [previous, next] = cases[name]!;
    const carried = carrySectionIds(make(1_000, previous), make(1_000, next), () => "new");
    expect(carried.map(({ id }) => id)).toEqual(carried.map((_, at) => `s${at}`));
  });
});
