/** The list as plain text that a bot can paste into a chat. */
import type { LeftOut } from "../../domain/vocabulary.ts";
import { joined, type Names, type Now, type Words } from "../words.ts";
import type { Briefing, BriefingItem } from "./briefing.ts";
import { openerWords, type Who } from "./opener.ts";
import { reasonWords } from "./reason.ts";

/** Why somebody who had a reason is on no line. */
export const leftOutWords: Readonly<Record<LeftOut, Words>> = {
  snoozed: { zh: "已推迟", en: "put off" },
  "contacted-lately": { zh: "最近刚联系过", en: "turned to lately" },
  "reason-hidden": {
    zh: "理由不比偶然更准，已隐藏",
    en: "the reasons do no better than chance and are hidden",
  },
  cap: { zh: "名单已满", en: "the list is full" },
};

/** One paragraph a person: who, why, and how to open. */
export function briefingText(
  { items, hidden }: Briefing,
  whoOf: (viewerId: string) => Who,
  names: Names,
  now: Now,
): Words {
  const lines = items.map((item, at) => lineOf(item, at + 1, whoOf(item.viewerId), names, now));
  const none = { zh: "今天没有需要联系的人。", en: "Nobody to turn to today." };
  const said = [...(items.length === 0 ? [none] : lines), ...leftWords(hidden)];
  return joined(said, { zh: "\n\n", en: "\n\n" });
}

/** How many are left out and why, the most frequent reason first. */
function leftWords(hidden: Briefing["hidden"]): Words[] {
  if (hidden.length === 0) return [];
  const byReason = [...Map.groupBy(hidden, ({ reason }) => reason)].sort(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
  );
  const why = joined(
    byReason.map(([reason, own]) => ({
      zh: `${leftOutWords[reason].zh} ${own.length} 人`,
      en: `${leftOutWords[reason].en} (${own.length})`,
    })),
    { zh: "，", en: "; " },
  );
  const { length } = hidden;
  return [
    { zh: `另有 ${length} 人未列入：${why.zh}。`, en: `${length} more left out: ${why.en}.` },
  ];
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
