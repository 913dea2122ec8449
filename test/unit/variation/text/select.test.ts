/** Choosing rows by what is known of their drafts is choosing them by comparing every pair as it is written. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  COMPANY_FLOOR,
  Distances,
  type Floor,
  TEAM_FLOOR,
} from "../../../../src/variation/text/codebook/floors.ts";
import { selectRows } from "../../../../src/variation/text/codebook/select.ts";
import { candidateRows } from "../../../../src/variation/text/codebook/space.ts";
import { Speech } from "../../../../src/variation/text/codebook/speech.ts";
import {
  compileCaption,
  editDistanceRatio,
  jaccardBigrams,
} from "../../../../src/variation/text/index.ts";

/** Words that make drafts which are all alike, somewhat alike or not at all. */
const clauses = [
  "{我们|咱们}{周六|星期六}{都在店里|全天在店}，",
  "{来看看|过来坐坐|来店里转转}{新到的茶|刚到的新茶}，",
  "{泡一壶|喝上一杯}{慢慢聊|坐下来聊}，",
  "{天冷了|天凉下来了}{记得添件衣服|多穿一点}，",
  "{Good morning|Hello everyone}, the shop {is open again|has opened its doors}, ",
  "{come and see|have a look at} {what is new|the new arrivals} {with a friend|on your way home}, ",
] as const;
const drafts = fc.array(fc.subarray([...clauses], { minLength: 1 }), {
  minLength: 1,
  maxLength: 4,
});

test("choosing rows is that of the plain lexicode over the texts themselves", () => {
  fc.assert(
    fc.property(drafts, fc.constantFrom(COMPANY_FLOOR, TEAM_FLOOR), (written, floor) => {
      const { distances, texts } = rowsOf(written);
      const pool = texts.map((_, i) => i);
      const most = texts.length;
      const { taken, apart, closest } = finish(
        selectRows(distances, pool, floor, { most, below: false }),
      );
      const plain = plainly(texts, floor);
      expect(taken).toEqual(plain.taken);
      expect(apart).toBe(plain.taken.length);
      if (closest !== undefined) expect(closest.j2).toBeCloseTo(plain.closest, 10);
      else expect(plain.closest).toBeLessThanOrEqual(floor.j2 - 0.1 + 1e-9);
    }),
    { numRuns: 40 },
  );
});

test("a draft that is told to be beyond has no row nearer than that", () => {
  let told = 0;
  fc.assert(
    fc.property(drafts, fc.constantFrom(0.2, 0.5, 0.8), (written, j2) => {
      const { distances, texts } = rowsOf(written);
      texts.forEach((a, i) => {
        const beyond = distances.draftsBeyond(i, j2, COMPANY_FLOOR);
        texts.forEach((b, k) => {
          if (beyond[distances.drafts[k]!] === 0) return;
          told++;
          expect(jaccardBigrams(a, b)).toBeLessThanOrEqual(j2 + 1e-9);
          expect(editDistanceRatio(a, b)).toBeGreaterThanOrEqual(COMPANY_FLOOR.edit);
        });
      });
    }),
    { numRuns: 30 },
  );
  expect(told).toBeGreaterThan(100);
});

test("the fewest edits of several groups are those of the groups one by one", () => {
  fc.assert(
    fc.property(drafts, fc.integer({ min: 2, max: 9 }), (written, size) => {
      const { distances, texts } = rowsOf(written);
      let known = 1;
      let alone = 1;
      for (let from = 0; from < texts.length; from += size) {
        const group = texts.map((_, i) => i).slice(from, from + size);
        const one = finish(distances.nearest(group));
        const further = finish(distances.nearest(group, known));
        expect(further.j2).toBe(one.j2);
        expect(further.pair).toEqual(one.pair);
        known = Math.min(known, further.edit);
        alone = Math.min(alone, one.edit);
      }
      expect(known).toBe(alone);
    }),
    { numRuns: 40 },
  );
});

function rowsOf(written: readonly (readonly string[])[]) {
  const compiled = compileCaption({ drafts: written.map((parts) => parts.join("")) });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  const speech = new Speech(compiled.plan);
  const rows = finish(candidateRows(compiled.plan, speech, 40, "s"));
  return {
    distances: finish(Distances.of(speech, rows)),
    texts: rows.map((row) => speech.words(row)),
  };
}

/** The least crowded first, each that is a floor away from all taken before. */
function plainly(texts: readonly string[], floor: Floor) {
  const crowd = texts.map(
    (a) => texts.slice(0, 192).filter((b) => a === b || jaccardBigrams(a, b) > floor.j2).length,
  );
  const order = texts.map((_, i) => i).sort((a, b) => crowd[a]! - crowd[b]!);
  const taken: number[] = [];
  let closest = 0;
  for (const i of order) {
    const others = taken.map((k) => texts[k]!);
    const near = others.map((b) => jaccardBigrams(texts[i]!, b));
    const edits = others.map((b) => editDistanceRatio(texts[i]!, b));
    if (near.some((j2) => j2 > floor.j2) || edits.some((edit) => edit < floor.edit)) continue;
    taken.push(i);
    closest = Math.max(closest, ...near);
  }
  return { taken, closest };
}

function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
