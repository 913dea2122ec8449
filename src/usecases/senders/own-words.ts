/** What a sender says in their own words around every caption of theirs. */
import type { Sender } from "../../storage/senders.ts";
import { foldForWords, type Personal } from "../../variation/text/index.ts";
import { invalidField } from "../errors.ts";
import type { Scoped } from "../kernel/context.ts";

const fields = ["opener", "closer", "signature"] as const;

type OwnWords = { [field in (typeof fields)[number]]?: string | null | undefined };

/** A sender's own words as a variant is rendered with them. */
export function ownWords(sender: Pick<Sender, (typeof fields)[number]>): Personal {
  return Object.fromEntries(
    fields.flatMap((field) => (sender[field] ? [[field, sender[field]]] : [])),
  );
}

/** The field that holds a banned word; undefined where none does. */
export function bannedIn(
  words: OwnWords,
  bannedWords: readonly string[],
): (typeof fields)[number] | undefined {
  return fields.find((field) => saysBanned(words[field] ?? "", bannedWords));
}

/** Whether a text says a banned word, in whatever case and width, and around what nobody sees. */
export function saysBanned(text: string, bannedWords: readonly string[]): boolean {
  const said = foldForWords(text);
  return bannedWords.some((word) => {
    const banned = foldForWords(word);
    return banned !== "" && said.includes(banned);
  });
}

/** Throws `invalid` where a sender's own words hold one that the workspace bans. */
export function checkOwnWords({ workspace }: Scoped, words: OwnWords): void {
  const field = bannedIn(words, workspace.bannedWords);
  if (field !== undefined) throw invalidField(field, bannedOwnWords);
}

export const bannedOwnWords = "A word here is on the workspace's banned list: choose another.";
