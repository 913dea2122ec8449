/** The list as plain text that a bot can paste into a chat. */
import type { Names, Now, Words } from "../words.ts";
import type { Briefing, BriefingItem } from "./briefing.ts";
import { openerWords, type Who } from "./opener.ts";
import { reasonWords } from "./reason.ts";

/** One paragraph a person: who, why, and how to open. */
export function briefingText(
  { items, hidden }: Briefing,
  whoOf: (viewerId: string) => Who,
  names: Names,
  now: Now,
): Words {
  const left = hidden.length;
  if (items.length === 0) {
    return { zh: "今天没有需要联系的人。", en: "Nobody to turn to today." };
  }
  const lines = items.map((item, at) => lineOf(item, at + 1, whoOf(item.viewerId), names, now));
  return {
    zh: [...lines.map(({ zh }) => zh), ...(left > 0 ? [`另有 ${left} 人未列入。`] : [])].join(
      "\n\n",
    ),
    en: [...lines.map(({ en }) => en), ...(left > 0 ? [`${left} more left out.`] : [])].join(
      "\n\n",
    ),
  };
}

function lineOf(item: BriefingItem, at: number, who: Who, names: Names, now: Now): Words {
  const why = item.reasons.map((reason) => reasonWords(reason, names, now));
  const [first] = item.reasons;
  const opener = first ? openerWords(first, item.purpose, who, names) : { zh: "", en: "" };
  const name = nameOf(who);
  return {
    zh: `${at}. ${name.zh}：${why.map(({ zh }) => zh).join("；")}\n${opener.zh}`,
    en: `${at}. ${name.en}: ${why.map(({ en }) => en).join("; ")}\n${opener.en}`,
  };
}

function nameOf(who: Who): Words {
  if (who === null) return { zh: "一位未具名的读者", en: "A reader without a name" };
  return who.isSure
    ? { zh: who.name, en: who.name }
    : { zh: `可能是${who.name}`, en: `Probably ${who.name}` };
}
