/** Why somebody is on the list: findings, each a sentence filled from evidence and nothing else. */
import {
  counted,
  headed,
  lasting,
  moment,
  type Names,
  type Now,
  often,
  titled,
  type Words,
} from "../words.ts";

/** What was found, with the visit or visits that it opens into. */
export type Reason = { readonly at: number; readonly visitIds: readonly string[] } & (
  | { readonly kind: "long-read"; readonly contentId: string; readonly engagedMs: number }
  | {
      readonly kind: "section-again";
      readonly contentId: string;
      readonly sectionId: string;
      readonly times: number;
    }
  | { readonly kind: "came-back"; readonly contentId: string; readonly afterDays: number }
  | { readonly kind: "passed-on"; readonly contentId: string; readonly readers: number }
  | { readonly kind: "rising"; readonly contentId: string; readonly visits: number }
);

export type ReasonKind = Reason["kind"];

/** A reason as a person reads it. */
export function reasonWords(reason: Reason, names: Names, now: Now): Words {
  const when = moment(reason.at, now);
  const title = titled(reason.contentId, names);
  switch (reason.kind) {
    case "long-read": {
      const time = lasting(reason.engagedMs);
      return {
        zh: `${when.zh} 读了${title.zh} ${time.zh}`,
        en: `read ${title.en} for ${time.en}, ${when.en}`,
      };
    }
    case "section-again": {
      const heading = headed(reason.contentId, reason.sectionId, names);
      const times = often(reason.times);
      return {
        zh: `${title.zh}里的${heading.zh}读了 ${times.zh}，最近一次在${when.zh}`,
        en: `read ${heading.en} of ${title.en} ${times.en}, last ${when.en}`,
      };
    }
    case "came-back": {
      const days = counted(reason.afterDays, "天", "day");
      return {
        zh: `时隔 ${days.zh}，${when.zh} 又来读${title.zh}`,
        en: `came back to ${title.en} after ${days.en}, ${when.en}`,
      };
    }
    case "passed-on": {
      const readers = counted(reason.readers, "人", "person", "people");
      return {
        zh: `有 ${readers.zh}经由 TA 打开了${title.zh}`,
        en: `${readers.en} opened ${title.en} through them`,
      };
    }
    case "rising": {
      const visits = counted(reason.visits, "次", "read");
      return {
        zh: `近两周读得更多了：${visits.zh}，最近一次是${title.zh}`,
        en: `reads more than a fortnight ago: ${visits.en} since, the last of ${title.en}`,
      };
    }
  }
}
