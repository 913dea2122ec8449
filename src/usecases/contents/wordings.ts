import { draftText, hash32 } from "../../variation/text/index.ts";

/** What each draft says with its first options. Throws a RangeError for markup that does not parse. */
export function wordingsOf(drafts: readonly string[]): string[] {
  return drafts.map(draftText);
}

/** Stands for the state of a content's drafts: another one whenever a draft changes. */
export function revisionOf(drafts: readonly string[]): string {
  return hash32(JSON.stringify(drafts)).toString(36);
}
