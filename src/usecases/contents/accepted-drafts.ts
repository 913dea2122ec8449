import { asDraft, failedWording, MAX_DRAFTS } from "../../variation/text/index.ts";
import { AppError, type FieldError, invalidField } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";
import { wordingsOf } from "./wordings.ts";

/** A rewording that a person accepts, and the draft it rewords. */
export type Accepted = { draft: number; text: string };

/**
 * Accepted rewordings as drafts of their own. Each is judged here, whatever was said of it before: by its
 * text alone, so that no model has to say it again. Throws `invalid` naming the gates that it fails.
 */
export function acceptedDrafts(
  { workspace }: Scoped,
  drafts: readonly string[],
  accept: readonly Accepted[],
): string[] {
  if (accept.length === 0) return [];
  if (drafts.length + accept.length > MAX_DRAFTS) {
    throw invalidField(
      "accept",
      `A content has at most ${MAX_DRAFTS} drafts: remove some, or accept fewer.`,
    );
  }
  const { brands, bannedWords } = workspace;
  const texts = wordingsOf(drafts);
  const known = [...texts];
  const errors: FieldError[] = [];
  accept.forEach(({ draft, text }, index) => {
    const from = texts[draft];
    if (from === undefined) {
      errors.push({
        path: `accept[${index}].draft`,
        message: "There is no such draft: count from 0.",
      });
      return;
    }
    const failed = failedWording(from, text, { brands, bannedWords, known });
    if (failed.length > 0) {
      errors.push({
        path: `accept[${index}].text`,
        message: `This wording does not pass: ${failed.join(", ")}. Mend it, or write a draft of your own.`,
      });
    }
    known.push(text);
  });
  if (errors.length > 0) {
    throw new AppError(
      "invalid",
      "A wording that does not pass every gate cannot be accepted; errors names the gates.",
      errors,
    );
  }
  return accept.map(({ text }) => asDraft(text));
}
