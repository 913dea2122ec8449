/** A tag in a sentence that says why it is there. */
import { counted, type Names, type Now, type Words } from "../words.ts";
import { INTEREST } from "./built-in.ts";
import { explainEvidence, explainMatch } from "./evidence.ts";
import type { LedgerEntry } from "./ledger.ts";
import { TOPIC_PLACE } from "./rule.ts";
import type { TagScore } from "./score.ts";

/**
 * What a tag is called on a page: the built-in ones in words, a workspace's own as it is, with the place of a topic
 * in words too.
 */
export function tagWords(tag: string): Words {
  if (!tag.startsWith(INTEREST)) {
    const of = (anyTopic: string) => tag.replaceAll(TOPIC_PLACE, anyTopic);
    return { zh: of("（主题）"), en: of("(topic)") };
  }
  const topic = tag.slice(INTEREST.length);
  if (topic === TOPIC_PLACE) return { zh: "对读到的主题感兴趣", en: "interested in the topic" };
  return { zh: `对“${topic}”感兴趣`, en: `interested in ${topic}` };
}

/** The tag, its score, and the strongest findings behind it; each finding is told once. */
export function explainTag(tag: TagScore, names: Names, now: Now, most = 3): Words {
  const name = tagWords(tag.tag);
  const score = scoreWords(tag);
  const told = new Map(
    tag.parts
      .flatMap(({ entry }) => entry.evidence)
      .map((evidence) => {
        const words = explainEvidence(evidence, names, now);
        return [words.en, words];
      }),
  );
  const found = [...told.values()].slice(0, most);
  const left = told.size - found.length;
  return {
    zh: `${name.zh}（${score.zh}）：${found.map(({ zh }) => zh).join("；")}${left > 0 ? `；另有 ${left} 条` : ""}`,
    en: `${name.en} (${score.en}): ${found.map(({ en }) => en).join("; ")}${left > 0 ? `; and ${left} more` : ""}`,
  };
}

/** The score with what groups cut off or added, without which it is not the sum of its parts. */
function scoreWords({ score, limited }: TagScore): Words {
  const points = counted(Math.round(score), "分", "point");
  const by = Math.round(Math.abs(limited));
  if (by === 0) return points;
  return limited < 0
    ? {
        zh: `${points.zh}，超出上限的 ${by} 分不计`,
        en: `${points.en}, with ${by} over the maximum left out`,
      }
    : {
        zh: `${points.zh}，其中 ${by} 分是按下限补的`,
        en: `${points.en}, with ${by} added to make the minimum`,
      };
}

/** Why a visit's points were taken back: what it turned out to be, or that it does not meet the rule any more. */
export type TakenBack = "bot" | "own" | "doubtful" | "unmet";

const takenBack: Readonly<Record<TakenBack, Words>> = {
  bot: {
    zh: "收回：这次访问后来发现来自程序，不算阅读",
    en: "taken back: the visit turned out to come from a program and is no read",
  },
  own: {
    zh: "收回：这是同事看自己的链接，不算阅读",
    en: "taken back: it was the sender's own look at their link, which is no read",
  },
  doubtful: {
    zh: "收回：这次访问存疑，不在任何数字里",
    en: "taken back: the visit is doubtful and in no figure",
  },
  unmet: {
    zh: "收回：更正之后不再符合规则",
    en: "taken back: after a correction it does not meet the rule any more",
  },
};

/** Why an entry gave its points, or gave none: what was found, as it was known when the entry was written. */
export function explainEntry(
  { points, evidence }: Pick<LedgerEntry, "points" | "evidence">,
  why: TakenBack,
  names: Names,
  now: Now,
): Words {
  return points === 0 ? takenBack[why] : explainMatch(evidence, names, now);
}
