/** Which nodes are trusted and which are only wide, over any number of trees. */
import type { TargetId, ViewerId } from "../../domain/ids.ts";
import type { Certainty } from "../../domain/vocabulary.ts";
import { kindWords } from "../../insight/kinds/explain.ts";
import { figuresOf, type JudgedTree } from "../../insight/kinds/figures.ts";
import {
  FEWEST_NODES,
  FEWEST_READERS,
  type JudgedNode,
  kindsOf,
  type NodeKinds,
} from "../../insight/kinds/node-kind.ts";
import type { Scope } from "../../storage/scope.ts";
import { readReadersOf } from "../../storage/viewer-contents.ts";
import { thousandth, viewRate } from "../rounded.ts";
import type { LoadedTree } from "./load-trees.ts";

/**
 * A target's trees with what is known of how their readers read.
 *
 * @param team whose lead looks: of who also reads it through others it is not known to them; null: who sees all
 */
export async function judgedTrees(
  scope: Scope,
  target: TargetId,
  trees: readonly LoadedTree[],
  team: string | null = null,
): Promise<JudgedTree[]> {
  const rows = await readReadersOf(scope, target, team);
  const readers = new Map(rows.map((row) => [row.viewerId, row]));
  return trees.map(({ root, tree, people }) => {
    const known = people.map((person) => person !== null && readers.has(person.viewerId));
    const did = (what: "qualified" | "converted") =>
      people.map((person) => person !== null && readers.get(person.viewerId)?.[what] === true);
    return {
      tree,
      owners: people.map((person, node) =>
        node === 0 ? `s:${root.senderId}` : (person?.key ?? null),
      ),
      known,
      qualified: did("qualified"),
      converted: did("converted"),
    };
  });
}

export type PersonOf = (key: string) => { viewerId: ViewerId; contact: Contact } | null;
type Contact = { name: string; certainty: Certainty | null } | null;

const mostListed = 200;

/** Nodes as they are shown: the most trusted first, then those with too few readers to be judged, by reach. */
export function viewKinds(
  trees: readonly JudgedTree[],
  nameOf: { sender: (id: string) => string | null; person: PersonOf },
) {
  const kinds = kindsOf(figuresOf(trees));
  const reach = ranksOf(kinds.byReach);
  const trust = ranksOf(kinds.byTrust);
  const rank = ({ figures: { key } }: JudgedNode) =>
    trust.get(key) ?? trust.size + (reach.get(key) ?? 0);
  const nodes = kinds.nodes.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostListed);
  return {
    verdict: kinds.verdict,
    judged: kinds.judged,
    reason: reasonOf(kinds),
    kinds: nodes.map((node) => viewNode(node, nameOf, { reach, trust })),
  };
}

function viewNode(
  node: JudgedNode,
  nameOf: Parameters<typeof viewKinds>[1],
  { reach, trust }: Record<"reach" | "trust", ReadonlyMap<string, number>>,
) {
  const { figures } = node;
  const senderId = figures.key.startsWith("s:") ? figures.key.slice(2) : null;
  const person = senderId === null ? nameOf.person(figures.key) : null;
  return {
    /** Of the node among all trees; shown nowhere. */
    key: figures.key,
    senderId,
    viewerId: person?.viewerId ?? null,
    name: senderId === null ? (person?.contact?.name ?? null) : nameOf.sender(senderId),
    certainty: person?.contact?.certainty ?? null,
    kind: node.kind,
    direct: figures.direct,
    known: figures.known,
    indirect: figures.indirect,
    width: figures.width,
    indirectShare: thousandth(node.indirectShare),
    qualifiedRate: viewRate(node.qualifiedRate),
    conversion: viewRate(node.conversion),
    passingOn: viewRate(node.passingOn),
    trust: thousandth(node.trust),
    reachRank: reach.get(figures.key) ?? 0,
    trustRank: trust.get(figures.key) ?? null,
    sentence: kindWords(node),
  };
}

const ranksOf = (keys: readonly string[]) => new Map(keys.map((key, at) => [key, at + 1]));

/** Why nobody is named trusted, or how many are. */
function reasonOf({ verdict, judged, nodes }: NodeKinds) {
  const named = nodes.filter(({ kind }) => kind === "trusted").length;
  switch (verdict) {
    case "named":
      return {
        zh: `${judged} 个数据足够的节点里，有 ${named} 个可以称为大节点。`,
        en: `Of ${judged} nodes with enough readers ${named} are named trusted.`,
      };
    case "too-few-nodes":
      return {
        zh: `数据不足：只有 ${judged} 个节点的读者够多（各至少 ${FEWEST_READERS} 位），至少要 ${FEWEST_NODES} 个这样的节点才分得出谁是大节点。`,
        en: `Insufficient data: ${judged === 1 ? "1 node has" : `${judged} nodes have`} enough readers (${FEWEST_READERS} each); to tell anybody apart takes ${FEWEST_NODES} such nodes.`,
      };
    case "all-alike":
      return {
        zh: `${judged} 个数据足够的节点彼此相近，没有谁明显突出。`,
        en: `${judged} nodes have enough readers and differ no more than chance: nobody is named.`,
      };
  }
}
