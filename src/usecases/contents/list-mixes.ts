import { type ApartPair, nextDraft } from "../../domain/content.ts";
import type { ContentId } from "../../domain/ids.ts";
import { type Content, contentAsRead, findContent, updateContent } from "../../storage/contents.ts";
import { mixesOf } from "../../variation/text/index.ts";
import { AppError, found, invalidField } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { captionFaults } from "./caption-faults.ts";
import { checkDrafts } from "./check-drafts.ts";
import { revisionOf } from "./wordings.ts";

/** Mixes that are shown where nobody says how many, and at most. */
export const usualMixes = 10;
export const maxMixes = 50;
const maxPairs = 500;
/** Pairs that one call parts: each is tried. */
export const maxReported = 10;

/** Whole wordings to read before approving: the oddest and the farthest from what was written, by turns. */
export async function listMixes(caller: Caller, id: ContentId, count = usualMixes) {
  requireScope(caller, "read", "own-team");
  return viewMixes(caller, found(await findContent(caller.scope, id), "content"), count);
}

function viewMixes(ctx: Scoped, content: Content, count = usualMixes) {
  const mixes = mixesOf(checkDrafts(ctx, content), { count, seed: content.id });
  return { revision: revisionOf(content.drafts), apart: content.apart, mixes };
}

export type MixesReported = {
  /** Pairs of neighbouring wordings, as mixes name them, that are not to stand together. */
  apart?: [string, string][] | undefined;
  /** Pairs that may stand together after all. */
  together?: [string, string][] | undefined;
  revision?: string | undefined;
};

/** Parts two wordings that read odd together, each of which stays in use beside others; answers new mixes. */
export async function reportMixes(caller: Caller, id: ContentId, report: MixesReported) {
  requireScope(caller, "write");
  const content = found(await findContent(caller.scope, id), "content");
  if (report.revision !== undefined && report.revision !== revisionOf(content.drafts)) {
    throw changed();
  }
  const { apart = [], together = [] } = report;
  const same = ([a, b]: ApartPair, [c, d]: ApartPair) => a === c && b === d;
  const kept = content.apart.filter((pair) => !together.some((other) => same(pair, other)));
  const pairs = apart.map(([a, b]): ApartPair => [a.trim(), b.trim()]);
  const added = pairs.filter((pair) => !kept.some((other) => same(pair, other)));
  const next = { ...content, apart: [...kept, ...added] };
  if (next.apart.length > maxPairs) {
    throw invalidField("apart", `A content has at most ${maxPairs} such pairs: take some back.`);
  }
  checkPairs(caller, content, added);
  const set = { apart: next.apart, ...nextDraft(content, caller.now()) };
  const isNew = JSON.stringify(next.apart) !== JSON.stringify(content.apart);
  return await write(caller, {
    statements: isNew ? [updateContent(caller.scope, id, set)] : [],
    guards: isNew ? [{ condition: contentAsRead(caller.scope, content), error: changed }] : [],
    outcome: "done",
    answer: viewMixes(caller, next),
    audit: isNew ? { verb: "content.part-wordings", subject: id } : null,
  });
}

/** Each pair has to part something: a typing error would be believed to have helped. */
function checkPairs(caller: Caller, content: Content, added: readonly ApartPair[]): void {
  if (added.length === 0) return;
  const parted = (pairs: ApartPair[]) => {
    const { drafts } = checkDrafts(caller, { ...content, apart: pairs }, captionFaults, false);
    return drafts.reduce((sum, { apart = [] }) => sum + apart.length, 0);
  };
  const before = parted([]);
  added.forEach((pair, i) => {
    if (parted([pair]) > before) return;
    throw invalidField(
      `apart[${i}]`,
      "Name two wordings of different sentences as a mix names them, at least one of them an option.",
    );
  });
}

function changed(): AppError {
  return new AppError(
    "conflict",
    "The drafts have changed since these mixes were made. Ask for them again.",
  );
}
