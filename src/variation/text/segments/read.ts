/** A draft cut into its sentences: the one place where what authors see, models are asked and options are written into comes from. */
import { flatten } from "../lexicon/cut.ts";
import { type Node, parseDraft } from "../parse.ts";
import { findProtected, type Script, scriptOf } from "../protect/protect.ts";
import { segmentIds } from "./ids.ts";
import { cutNodes, type DraftSegment } from "./nodes.ts";

export interface ReadDraft {
  readonly segments: readonly DraftSegment[];
  /** A name for each segment. */
  readonly ids: readonly string[];
  /** What the whole draft says with its first options. */
  readonly within: string;
  readonly script: Script;
}

/** Throws a RangeError for markup that does not parse. */
export function readDraft(source: string, brands: readonly string[] = []): ReadDraft {
  const { nodes, faults } = parseDraft(source);
  if (faults.length > 0) throw new RangeError("The draft's markup needs mending first.");
  const within = flatten(nodes);
  const script = scriptOf(within);
  const segments = cutNodes(nodes, script, findProtected(within, brands, script));
  return { segments, ids: segmentIds(segments.map(({ text }) => text)), within, script };
}

type Choice = Extract<Node, { kind: "choice" }>;

/** The slot that is the whole of a segment; undefined where it has none, or only parts of it are slots. */
export function sentenceSlot({ nodes }: Pick<DraftSegment, "nodes">): Choice | undefined {
  const [only] = nodes;
  return nodes.length === 1 && only?.kind === "choice" && !only.anyOrder ? only : undefined;
}

/** Whether parts of a segment are slots, so that it is not one sentence with options. */
export function hasInnerSlots(segment: DraftSegment): boolean {
  return sentenceSlot(segment) === undefined && segment.nodes.some(({ kind }) => kind === "choice");
}

/** What a segment may say, what it says at first before all others. */
export function waysOf(segment: DraftSegment): string[] {
  return sentenceSlot(segment)?.options.map((option) => flatten(option)) ?? [segment.text];
}
