import { nextDraft } from "../../domain/content.ts";
import type { ContentId } from "../../domain/ids.ts";
import { contentAsRead, findContent, updateContent } from "../../storage/contents.ts";
import { listOffers, settleVetoes } from "../../storage/sentence-offers.ts";
import { sentenceJudge, sentencesOf, withSentenceOptions } from "../../variation/text/index.ts";
import { AppError, type FieldError, found, invalidField } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { sentenceFaults } from "./caption-faults.ts";
import { checkDrafts } from "./check-drafts.ts";
import { viewSentences } from "./list-sentences.ts";
import type { SentenceRow } from "./offered-sentences.ts";
import { revisionOf } from "./wordings.ts";

export type SentenceChange = {
  /** Options of the caller's own. */
  write?: string[] | undefined;
  /** Options that wait, to be used from now on. */
  approve?: string[] | undefined;
  /** Approves also what may say something else, having read it. */
  confirm?: boolean | undefined;
  /** Options to take out of the draft; they may be offered again. */
  remove?: string[] | undefined;
  /** Options neither to be used nor offered again. */
  veto?: string[] | undefined;
  /** Vetoes to take back. */
  allow?: string[] | undefined;
  /** The drafts' state that this was decided on. */
  revision?: string | undefined;
};

/** The most vetoes of a sentence. */
const maxVetoes = 200;

/**
 * Gives one of a content's sentences options, approves or vetoes them, and answers all its sentences. All or
 * nothing: throws `invalid` naming the word by which an option fails, and `conflict` where the drafts have
 * changed since the revision. What a person writes is theirs to say, but for facts, banned words and what is
 * said already; what is approved passes every gate, and what is in doubt is confirmed.
 */
export async function writeSentence(
  caller: Caller,
  id: ContentId,
  sentenceId: string,
  change: SentenceChange,
) {
  requireScope(caller, "write");
  const content = found(await findContent(caller.scope, id), "content");
  const { brands, bannedWords } = caller.workspace;
  const rules = { brands, bannedWords };
  if (change.revision !== undefined && change.revision !== revisionOf(content.drafts)) {
    throw changed();
  }
  const out = new Set([...trimmed(change.remove), ...trimmed(change.veto)]);
  // Drafts may share a sentence, which goes by one name then: it is written in each that does not say it yet.
  const saying = content.drafts.map((draft) => {
    const sentence = sentencesOf(draft, rules).find((one) => one.id === sentenceId);
    return sentence && new Set(sentence.options.map(({ text }) => text));
  });
  if (saying.every((options) => options === undefined)) found(null, "sentence");
  const drafts = content.drafts.map((draft, i) => {
    const before = saying[i];
    if (before === undefined) return draft;
    const isDue = (text: string) => !before.has(text.trim());
    const due = { write: change.write?.filter(isDue), approve: change.approve?.filter(isDue) };
    checkOptions(sentenceJudge(draft, sentenceId, rules), { ...change, ...due });
    const options = [...before, ...trimmed(due.write), ...trimmed(due.approve)];
    const left = options.filter((text) => !out.has(text));
    return withSentenceOptions(draft, sentenceId, left, rules) ?? draft;
  });
  const next = { ...content, drafts };
  checkDrafts(caller, next, sentenceFaults);
  const now = caller.now();
  const rows = await listOffers(caller.scope, [id]);
  const vetoes = vetoesAfter(rows, sentenceId, change);
  const isNew = JSON.stringify(drafts) !== JSON.stringify(content.drafts);
  const statements = [
    ...(isNew ? [updateContent(caller.scope, id, { drafts, ...nextDraft(content, now) })] : []),
    ...(vetoes.isNew
      ? [settleVetoes(caller.scope, { contentId: id, sentence: sentenceId }, { ...vetoes, now })]
      : []),
  ];
  return await write(caller, {
    statements,
    guards: isNew ? [{ condition: contentAsRead(caller.scope, content), error: changed }] : [],
    outcome: "done",
    answer: await viewSentences(caller, next, vetoes.rows),
    audit: statements.length > 0 ? { verb: "content.write-sentence", subject: id } : null,
  });
}

const trimmed = (list: readonly string[] = []) => list.map((text) => text.trim());

function changed(): AppError {
  return new AppError(
    "conflict",
    "The drafts have changed since these sentences were read. Read them again, and decide from that.",
  );
}

/** Of what a person wrote themselves, only this is refused. */
const hard = new Set<string>(["facts", "banned", "same", "characters"]);

/** True of what an option cannot be used for, even where a person wrote it. */
export const isRefused = ({ kind }: { kind: string }) => hard.has(kind);

const told: Record<string, string> = {
  facts: "changes a fact",
  banned: "says a banned word",
  same: "is what the sentence says already",
  characters: "has a sign that does not belong here",
};

function checkOptions(
  judge: ReturnType<typeof sentenceJudge>,
  { write: own = [], approve = [], confirm = false }: SentenceChange,
): void {
  const errors: FieldError[] = [];
  const check = (path: string, text: string, isOwn: boolean) => {
    const { failed = [], doubts = [] } = judge?.(text.trim()) ?? {};
    const fault = failed.find((one) => !isOwn || isRefused(one));
    if (fault) {
      const what = told[fault.kind] ?? `does not pass (${fault.kind})`;
      errors.push({ path, message: `This option ${what}: “${fault.word}”. Change it there.` });
      return;
    }
    const [doubt] = doubts;
    if (!isOwn && doubt && !confirm) {
      const message = `This option may say something else: “${doubt.word}”. Read it against the original, and confirm it.`;
      errors.push({ path, message });
    }
  };
  own.forEach((text, i) => {
    check(`write[${i}]`, text, true);
  });
  approve.forEach((text, i) => {
    check(`approve[${i}]`, text, false);
  });
  if (errors.length > 0) {
    throw new AppError("invalid", "An option cannot be used; errors names the word.", errors);
  }
}

/** What becomes of a sentence's vetoes, and the rows after it: what is used now is vetoed no more. */
function vetoesAfter(
  rows: readonly SentenceRow[],
  sentenceId: string,
  { write: own = [], approve = [], veto = [], allow = [] }: SentenceChange,
) {
  const known = rows.find(({ sentence }) => sentence === sentenceId);
  const row = known ?? {
    sentence: sentenceId,
    stage: null,
    error: null,
    options: [],
    vetoed: [],
  };
  const add = [...new Set(trimmed(veto))];
  const forget = trimmed([...own, ...approve, ...allow]).filter((text) => !add.includes(text));
  const kept = row.vetoed.filter((text) => !forget.includes(text) && !add.includes(text));
  const vetoed = [...kept, ...add];
  if (add.length > 0 && vetoed.length > maxVetoes) {
    throw invalidField("veto", `A sentence has at most ${maxVetoes} vetoes: take some back.`);
  }
  const isNew = vetoed.length !== row.vetoed.length || kept.length !== row.vetoed.length;
  return { add, forget, isNew, rows: [...rows.filter((one) => one !== known), { ...row, vetoed }] };
}
