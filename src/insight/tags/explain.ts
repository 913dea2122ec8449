/** A tag in a sentence that says why it is there. */
import type { Names, Now, Words } from "../words.ts";
import { INTEREST } from "./built-in.ts";
import { explainMatch } from "./evidence.ts";
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
  const score = Math.round(tag.score);
  const told = new Map(
    tag.parts.map(({ entry }) => {
      const words = explainMatch(entry.evidence, names, now);
      return [words.en, words];
    }),
  );
  const found = [...told.values()].slice(0, most);
  const left = told.size - found.length;
  return {
    zh: `${name.zh}（${score} 分）：${found.map(({ zh }) => zh).join("；")}${left > 0 ? `；另有 ${left} 条` : ""}`,
    en: `${name.en} (${score}): ${found.map(({ en }) => en).join("; ")}${left > 0 ? `; and ${left} more` : ""}`,
  };
}
