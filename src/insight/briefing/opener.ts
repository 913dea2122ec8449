/** How a talk may be opened: a template filled with evidence, never with a fact that nobody gave. */
import type { Purpose } from "../../domain/vocabulary.ts";
import { type Names, titled, type Words } from "../words.ts";
import type { Reason } from "./reason.ts";

const asks: Record<Purpose, Words> = {
  repurchase: { zh: "需要我帮您看看怎么安排吗？", en: "Shall I look into it for you?" },
  "cross-sell": { zh: "要不要我把相关的资料一起发您？", en: "Would you like what goes with it?" },
  inform: { zh: "有想多了解的地方，随时问我。", en: "Ask me whatever you would like to know." },
  partner: { zh: "方便时想听听您的看法。", en: "I would be glad to hear what you think." },
};

/** Somebody by name, and whether it is certain that it is they; null where nobody knows who it is. */
export type Who = { readonly name: string; readonly isSure: boolean } | null;

/**
 * An opening for a reason. It names the subject and not the reading: nobody likes to hear how long
 * they looked.
 *
 * @param who the person; null where they are not named
 */
export function openerWords(reason: Reason, purpose: Purpose, who: Who, names: Names): Words {
  // Who is only guessed to be somebody is not greeted by that name.
  const name = who?.isSure ? who.name : null;
  const title = titled(reason.contentId, names);
  const heading =
    reason.kind === "section-again" ? names.heading(reason.contentId, reason.sectionId) : null;
  const subject = {
    zh: heading === null ? title.zh : `${title.zh}里的“${heading}”`,
    en: heading === null ? title.en : `“${heading}” in ${title.en}`,
  };
  const ask = asks[purpose];
  return {
    zh: `${name === null ? "您好" : `${name}，您好`}，关于${subject.zh}，${ask.zh}`,
    en: `Hello${name === null ? "" : ` ${name}`}, about ${subject.en}: ${ask.en}`,
  };
}
