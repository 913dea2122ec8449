/** What a condition found, kept with the points so that they can be explained without looking again. */
import { calendarDate, DAY_MS } from "../local-time.ts";
import {
  counted,
  dated,
  headed,
  joined,
  lasting,
  moment,
  type Names,
  type Now,
  often,
  percent,
  titled,
  type Words,
} from "../words.ts";

/** What the words are about: one content, one topic, or anything. */
export type About = { readonly contentId: string } | { readonly topic: string } | null;

export type Evidence =
  | { kind: "engaged"; contentId: string; ms: number; at: number }
  | { kind: "engaged-sum"; about: About; ms: number; visits: number; at: number }
  | { kind: "completion"; contentId: string; share: number; at: number }
  | { kind: "section"; contentId: string; sectionId: string; ms: number; times: number; at: number }
  | { kind: "times"; about: About; times: number; at: number }
  | { kind: "recency"; about: About; at: number }
  | { kind: "return"; about: About; days: number; at: number }
  | { kind: "reshare"; about: About; readers: number; at: number };

/** One finding in words, with its figure and its time. */
export function explainEvidence(evidence: Evidence, names: Names, now: Now): Words {
  const when = moment(evidence.at, now);
  const by = {
    zh: `截至${/^\d/.test(when.zh) ? " " : ""}${when.zh}，`,
    en: `by ${when.en} `,
  };
  switch (evidence.kind) {
    case "engaged": {
      const title = titled(evidence.contentId, names);
      const time = lasting(evidence.ms);
      return {
        zh: `${when.zh} 读了${title.zh} ${time.zh}`,
        en: `${when.en} read ${title.en} for ${time.en}`,
      };
    }
    case "engaged-sum": {
      const { zh, en } = aboutWords(evidence.about, names);
      const time = lasting(evidence.ms);
      const visits = counted(evidence.visits, "次", "visit");
      return {
        zh: `${by.zh}${zh}共读了 ${time.zh}（${visits.zh}）`,
        en: `${by.en}had read${space(en)} for ${time.en} in ${visits.en}`,
      };
    }
    case "completion": {
      const title = titled(evidence.contentId, names);
      const share = percent(evidence.share);
      return {
        zh: `${when.zh} 读完了${title.zh}的 ${share}`,
        en: `${when.en} read ${share} of ${title.en}`,
      };
    }
    case "section":
      return sectionWords(evidence, names, when);
    case "times": {
      const { zh, en } = aboutWords(evidence.about, names);
      const times = often(evidence.times);
      return {
        zh: `${by.zh}${zh}共读了 ${times.zh}`,
        en: `${by.en}had read${space(en)} ${times.en}`,
      };
    }
    case "recency": {
      const { zh, en } = aboutWords(evidence.about, names);
      return {
        zh: zh === "" ? `${when.zh} 有过阅读` : `${when.zh} 读过${zh}`,
        en: `${when.en} read${space(en || "something")}`,
      };
    }
    case "return": {
      const { zh, en } = aboutWords(evidence.about, names);
      const days = counted(evidence.days, "天", "day");
      return {
        zh: `${when.zh} 时隔 ${days.zh}又来${zh === "" ? "了" : `读${zh}`}`,
        en: `${when.en} came back to ${en || "read"} after ${days.en}`,
      };
    }
    case "reshare": {
      const { zh, en } = aboutWords(evidence.about, names);
      const readers = counted(evidence.readers, "人", "person", "people");
      // Of a place in a tree the UTC day alone is kept: an hour would be made up.
      const on = dated(calendarDate(Math.floor(evidence.at / DAY_MS)));
      return {
        zh: `截至 ${on.zh}，有 ${readers.zh}经由 TA 打开了${zh || "内容"}`,
        en: `by ${on.en} ${readers.en} had opened ${en || "posts"} through them`,
      };
    }
  }
}

/** All findings of one match in one sentence. */
export function explainMatch(found: readonly Evidence[], names: Names, now: Now): Words {
  return joined(
    found.map((evidence) => explainEvidence(evidence, names, now)),
    { zh: "；", en: "; " },
  );
}

function sectionWords(
  { contentId, sectionId, ms, times }: Evidence & { kind: "section" },
  names: Names,
  when: Words,
): Words {
  const title = titled(contentId, names);
  const heading = headed(contentId, sectionId, names);
  const time = lasting(ms);
  const again = often(times);
  const isAgain = times > 1;
  return {
    zh: `${when.zh} 读了${title.zh}里的${heading.zh} ${time.zh}${isAgain ? `，共读过 ${again.zh}` : ""}`,
    en: `${when.en} read ${heading.en} of ${title.en} for ${time.en}${isAgain ? `, ${again.en} in all` : ""}`,
  };
}

const space = (words: string) => (words === "" ? "" : ` ${words}`);

/** What it was about; nothing where it may be anything. */
function aboutWords(about: About, names: Names): Words {
  if (about === null) return { zh: "", en: "" };
  if ("contentId" in about) return titled(about.contentId, names);
  return { zh: `“${about.topic}”主题的内容`, en: `posts on ${about.topic}` };
}
