/** Reach and trust apart: who is heard by many, and who moves those who hear them. */
import { cutList, fitMixture, type Mixture, type Signals } from "../stats/mixture.ts";
import { priorOf, type Rate, rateOf } from "../stats/rate.ts";
import type { NodeFigures } from "./figures.ts";

/**
 * - `trusted`: their readers read, pass on or act more than others' do, surely enough to be named.
 * - `broadcaster`: wide, and their readers neither pass on nor act more than is usual.
 * - `plain`: neither.
 * - `insufficient`: too few readers to say.
 */
export type NodeKind = "trusted" | "broadcaster" | "plain" | "insufficient";

export type JudgedNode = {
  readonly figures: NodeFigures;
  readonly kind: NodeKind;
  /** Chance of belonging to the trusted, 0..1; 0 where nobody could be told apart. */
  readonly trust: number;
  /** Of all it reached, the share that came at second hand or later. */
  readonly indirectShare: number;
  readonly qualifiedRate: Rate;
  /** Of those who qualified. */
  readonly conversion: Rate;
  readonly passingOn: Rate;
};

/**
 * Why nobody, or somebody, is named trusted.
 * - `too-few-nodes`: fewer nodes with enough readers than can be told apart.
 * - `all-alike`: nodes differ no more than one kind of them does; more readers may tell.
 */
export type TrustVerdict = "named" | "too-few-nodes" | "all-alike";

export type NodeKinds = {
  /** In order of key. */
  readonly nodes: readonly JudgedNode[];
  readonly verdict: TrustVerdict;
  /** How many nodes had readers enough to be judged. */
  readonly judged: number;
  /** Keys: most readers first, and most trusted first; what differs is what accounts do not show. Who has too few
   *  readers to be judged has no place by trust. */
  readonly byReach: readonly string[];
  readonly byTrust: readonly string[];
};

/** Direct readers of whom it is known how they read, below which a node is not judged. */
export const FEWEST_READERS = 12;
/** Judged nodes below which nobody is told apart. */
export const FEWEST_NODES = 20;
/**
 * What the model itself expects of wrong names on a list. It is too sure of itself: measured on planted
 * workspaces, a list cut here is wrong in two to eight names of a hundred.
 */
const falseShare = 0.02;
/** Two kinds have to explain more than one by so much, and the better one has to be the rare one. */
const leastGain = 1;
const mostTrusted = 0.25;
/** The widest quarter is wide. */
const wideShare = 0.25;

/** Judges the nodes of one topic, or of all. */
export function kindsOf(all: readonly NodeFigures[]): NodeKinds {
  const sorted = all.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const enough = sorted.filter(({ known }) => known >= FEWEST_READERS);
  const { verdict, trust, named } = trustedOf(enough);
  const rates = ratesOf(sorted);
  const judge = broadcasting(enough.map(({ key }) => rates.get(key) as Rates));
  const nodes = sorted.map((figures): JudgedNode => {
    const own = rates.get(figures.key) as Rates;
    return {
      ...own,
      kind: kindOf(figures, named, judge(own)),
      trust: trust.get(figures.key) ?? 0,
      indirectShare: figures.indirect / Math.max(1, figures.direct + figures.indirect),
    };
  });
  const judged = nodes.filter(({ kind }) => kind !== "insufficient");
  return {
    nodes,
    verdict,
    judged: judged.length,
    byReach: ranked(nodes, ({ figures }) => figures.direct + figures.indirect),
    byTrust: ranked(
      judged,
      ({ trust: chance, qualifiedRate }) => chance + qualifiedRate.low / 1000,
    ),
  };
}

function kindOf(
  { key, known }: NodeFigures,
  named: ReadonlySet<string>,
  isBroadcaster: boolean,
): NodeKind {
  if (known < FEWEST_READERS) return "insufficient";
  if (named.has(key)) return "trusted";
  return isBroadcaster ? "broadcaster" : "plain";
}

/**
 * Who is trusted. Each signal is a share of the one before – of the readers who qualify, who act, who
 * pass on – so that one person's reading is not counted thrice. Signals that tell nobody apart only add
 * noise: of the sets that hold the first, the one that gains most decides.
 */
function trustedOf(nodes: readonly NodeFigures[]) {
  const nobody = { trust: new Map<string, number>(), named: new Set<string>() };
  if (nodes.length < FEWEST_NODES) return { verdict: "too-few-nodes" as const, ...nobody };
  const best = [[], ["converted"], ["passedOn"], ["converted", "passedOn"]]
    .map((extra) => fitMixture(nodes.map((node) => signalsOf(node, extra as Extra[]))))
    .reduce((a, b) => (b.gain > a.gain ? b : a));
  if (!isBelievable(best)) return { verdict: "all-alike" as const, ...nobody };
  const list = cutList(best.better, falseShare);
  return {
    verdict: list.length > 0 ? ("named" as const) : ("all-alike" as const),
    trust: new Map(nodes.map(({ key }, at) => [key, best.better[at] ?? 0])),
    named: new Set(list.map((at) => (nodes[at] as NodeFigures).key)),
  };
}

type Extra = "converted" | "passedOn";

function signalsOf(node: NodeFigures, extra: readonly Extra[]): Signals {
  return [
    { hits: node.qualified, trials: node.known },
    ...extra.map((signal) => ({ hits: node[signal], trials: node.qualified })),
  ];
}

function isBelievable({ gain, better }: Mixture): boolean {
  const expected = better.reduce((sum, chance) => sum + chance, 0);
  return gain > leastGain && expected <= mostTrusted * better.length;
}

type Rates = Pick<JudgedNode, "figures" | "qualifiedRate" | "conversion" | "passingOn">;

function ratesOf(nodes: readonly NodeFigures[]): Map<string, Rates> {
  const shrunken = (hits: Extra | "qualified", trials: "known" | "qualified") => {
    const groups = nodes.map((node) => ({ hits: node[hits], trials: node[trials] }));
    const prior = priorOf(groups);
    return groups.map((group) => rateOf(group, prior));
  };
  const qualified = shrunken("qualified", "known");
  const conversion = shrunken("converted", "qualified");
  const passingOn = shrunken("passedOn", "qualified");
  return new Map(
    nodes.map((figures, at) => [
      figures.key,
      {
        figures,
        qualifiedRate: qualified[at] as Rate,
        conversion: conversion[at] as Rate,
        passingOn: passingOn[at] as Rate,
      },
    ]),
  );
}

/** Wide among those who are judged, and in neither rate above the middle of them. */
function broadcasting(judged: readonly Rates[]): (own: Rates) => boolean {
  const widths = judged.map(({ figures }) => figures.width).sort((a, b) => b - a);
  const wide = widths[Math.max(0, Math.ceil(widths.length * wideShare) - 1)] ?? Infinity;
  const middle = (value: (own: Rates) => number) =>
    judged.map(value).sort((a, b) => a - b)[judged.length >> 1] ?? 0;
  const usual = middle(({ figures }) => figures.width);
  const conversion = middle((own) => own.conversion.mean);
  const passingOn = middle((own) => own.passingOn.mean);
  return (own) =>
    own.figures.width >= wide &&
    own.figures.width > usual &&
    own.conversion.mean <= conversion &&
    own.passingOn.mean <= passingOn;
}

function ranked(nodes: readonly JudgedNode[], value: (node: JudgedNode) => number): string[] {
  return nodes.toSorted((a, b) => value(b) - value(a)).map(({ figures }) => figures.key);
}
