/** Recorded posts with their approved options, and texts mixed of them. */
import {
  hash32,
  isClean,
  type Plan,
  Proposing,
  renderVariant,
  withMoreOptions,
} from "../../src/variation/text/index.ts";
import { proposalOf, type RecordedPost, readingOf } from "../../test/support/recorded.ts";

/** What passed both readings of a recorded post, by the sentence's id. */
export function approvedOptions(post: RecordedPost): Map<string, readonly string[]> {
  const { proposing, read } = judged(post);
  return new Map(
    proposing.sentences.map(({ id }, i) => [
      id,
      (read.get(i) ?? []).filter(isClean).map(({ text }) => text),
    ]),
  );
}

function judged(post: RecordedPost) {
  const proposing = new Proposing(post.text);
  const asked = proposing.groups().flat();
  const proposed = proposing.judge(asked, proposalOf(post));
  const read = proposed && proposing.read(asked, proposed, readingOf(post, proposed));
  if (read === undefined) throw new Error(`${post.id} has answers that cannot be read.`);
  return { proposing, read };
}

/** A recorded post with all that passed both readings written into it. */
export function approvedDraft(post: RecordedPost) {
  const options = [...judged(post).read.values()].flat();
  return {
    draft: withMoreOptions(post.text, approvedOptions(post)),
    options: options.length,
    refused: options.filter(({ failed }) => failed.length > 0).length,
    marked: options.filter(({ failed, doubts }) => failed.length === 0 && doubts.length > 0).length,
    approved: options.filter(isClean).length,
  };
}

/** Mixes drawn at random from all that may stand together. */
export function mixesOf(plan: Plan, { seed, count }: { seed: string; count: number }): string[] {
  const [draft] = plan.drafts;
  if (draft === undefined) return [];
  const slots = draft.parts.filter((part) => typeof part === "object" && "slot" in part);
  const draw = randomOf(seed);
  const texts: string[] = [];
  for (let tries = 0; texts.length < count && tries < 50 * count; tries++) {
    const choices = new Array<number>(draft.slots).fill(0);
    for (const slot of slots) choices[slot.at] = Math.floor(draw() * slot.options.length);
    const clashes = (draft.apart ?? []).some(
      ([at, option, otherAt, other]) => choices[at] === option && choices[otherAt] === other,
    );
    if (!clashes) texts.push(renderVariant(plan, { draft: 0, choices }).core);
  }
  return texts;
}

/** Numbers of 0..1 that are the same in every run. */
export function randomOf(seed: string): () => number {
  let state = hash32(seed);
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
