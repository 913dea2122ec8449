import type { ContentKind } from "../../domain/vocabulary.ts";
import { draftText, guessKind } from "../../variation/text/index.ts";

type Words = { title: string; drafts: readonly string[] };

/** What a content is: as its author says, or else as its title and captions look. */
export function kindOf({
  title,
  drafts,
  kind,
}: Words & { kind?: ContentKind | null | undefined }): { kind: ContentKind; kindSaid: boolean } {
  if (kind) return { kind, kindSaid: true };
  return { kind: guessKind([title, ...drafts.map(draftText)].join("\n")), kindSaid: false };
}
