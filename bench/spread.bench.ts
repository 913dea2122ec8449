/** What the figures of a tree cost, and what its drawing and the worth of its nodes do. */
import {
  foldTouches,
  layoutOf,
  metricsOf,
  type Touch,
  treeOf,
  worthOf,
} from "../src/insight/index.ts";
import { type Bench, time } from "./measure.ts";

const million = 1_000_000;
const many = 100_000;

/** A tree as they grow, most through somebody early; the same in every run. */
function grown(size: number): Int32Array {
  let state = 7;
  return Int32Array.from({ length: size }, (_, node) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return node === 0 ? -1 : Math.floor((state / 2 ** 32) ** 3 * node);
  });
}

function touchesOf(parents: Int32Array): Touch[] {
  return Array.from(parents.subarray(1), (parent, at) => ({
    reader: `r${at + 1}`,
    parent: parent === 0 ? null : `r${parent}`,
    at: at + 1,
  }));
}

export const bench: Bench = async () => {
  const rounds = { rounds: 11 };
  const shapes = [
    { name: "as trees grow", parents: grown(million) },
    { name: "a star", parents: new Int32Array(million).fill(0).fill(-1, 0, 1) },
    { name: "a chain", parents: Int32Array.from({ length: million }, (_, node) => node - 1) },
  ];
  const figures = [];
  for (const { name, parents } of shapes) {
    figures.push({
      what: `figures of a tree of a million nodes, ${name}`,
      value: await time(() => metricsOf(parents), rounds),
      unit: "ms",
      budget: 50,
    });
  }
  const parents = grown(many);
  const touches = touchesOf(parents);
  const tree = treeOf(foldTouches(touches));
  const few = { rounds: 5 };
  return [
    ...figures,
    {
      what: "a hundred thousand touches to a tree",
      value: await time(() => treeOf(foldTouches(touches)), few),
      unit: "ms",
    },
    {
      what: "the worth of each of a hundred thousand nodes",
      value: await time(() => worthOf(tree, touches), few),
      unit: "ms",
    },
    {
      what: "where a hundred thousand nodes are drawn",
      value: await time(() => layoutOf(parents), few),
      unit: "ms",
    },
  ];
};
