/** What the corpus of posts gives: one draft without markup, the lexicon alone, 200 senders in 10 teams. */
import {
  asDraft,
  buildCodebook,
  type CapacityReport,
  compileCaption,
  normalise,
  type Part,
  type Plan,
  renderVariant,
  suggestOptions,
} from "../../src/variation/text/index.ts";
import { type Part as CorpusPart, type Post, readPosts } from "../../test/fixtures/posts/post.ts";

export interface PostFigures {
  readonly id: string;
  /** Rewordable characters: normalised, protected spans left out. */
  readonly rewordable: number;
  readonly slots: number;
  readonly report: CapacityReport;
  /** Variants in which a protected span, an operator or its clause is not as it was. */
  readonly broken: number;
  /** Variants that are another's wording. */
  readonly repeated: number;
  /** Places that the lexicon offers for approval beside those it uses by itself. */
  readonly asked: number;
  /** The same with all of them approved. */
  readonly approved: CapacityReport;
  /** The same post with a second draft by a person, where there is one. */
  readonly second?: CapacityReport;
}

const teams = Array.from({ length: 10 }, (_, i) => ({ key: `team ${i}`, size: 20 }));

export function measurePart(part: CorpusPart): PostFigures[] {
  return readPosts(part).map(measurePost);
}

function measurePost(post: Post): PostFigures {
  const plan = planOf([post.text], post);
  const { codebook, report } = buildCodebook(plan, { teams, seed: post.id });
  // Where there are fewer wordings than senders several have the same row: that is told as sharing.
  const handed = new Set(codebook.teams.flatMap(({ rows }) => rows));
  const texts = [...handed]
    .flatMap((index) => codebook.rows[index] ?? [])
    .map((row) => renderVariant(plan, row).core);
  const parts = plan.drafts[0]?.parts ?? [];
  const { asked, draft } = approveAll(post);
  const approved = buildCodebook(planOf([draft], post, false), { teams, seed: post.id }).report;
  const more = post.second?.text;
  const second =
    more === undefined
      ? {}
      : { second: buildCodebook(planOf([post.text, more], post), { teams, seed: post.id }).report };
  return {
    id: post.id,
    rewordable: normalise(wordsOf(parts)).length,
    slots: parts.filter((part) => typeof part === "object" && "slot" in part && !part.style).length,
    report,
    asked,
    approved,
    broken: texts.filter((text) => !keepsFacts(post, text)).length,
    repeated: texts.length - new Set(texts.map(normalise)).size,
    ...second,
  };
}

/** The post's draft with the markup of every suggestion that passes its gates. */
function approveAll({ text, brands }: Post): { asked: number; draft: string } {
  const source = asDraft(text);
  const offered = suggestOptions({ draft: source, protect: brands });
  if (!offered.ok) throw new Error("The corpus' own posts do not parse.");
  const { suggestions } = offered;
  const draft = suggestions.reduceRight(
    (out, { offset, length, markup }) => out.slice(0, offset) + markup + out.slice(offset + length),
    source,
  );
  return { asked: suggestions.filter(({ automatic }) => !automatic).length, draft };
}

function planOf(drafts: readonly string[], { brands }: Post, plain = true): Plan {
  const escaped = plain ? drafts.map(asDraft) : drafts;
  const compiled = compileCaption({ drafts: escaped, protect: brands });
  if (!compiled.ok) throw new Error(compiled.errors.map(({ message }) => message).join(" "));
  return compiled.plan;
}

function wordsOf(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      return "keep" in part ? "" : wordsOf(part.options[0] ?? []);
    })
    .join("");
}

/** By the corpus' own marks, not by our detector: spans in order, operators in clauses left verbatim. */
export function keepsFacts(post: Post, text: string): boolean {
  return (
    inOrder(
      text,
      post.protectedSpans.map((span) => span.text),
    ) && inOrder(text, post.operators.map((operator) => operator.clause).filter(isNew))
  );
}

function isNew(clause: string, index: number, all: readonly string[]): boolean {
  return clause !== all[index - 1];
}

function inOrder(text: string, pieces: readonly string[]): boolean {
  let from = 0;
  for (const piece of pieces) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}
