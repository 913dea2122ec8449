import type { AuthorLanguage } from "../../../domain/vocabulary.ts";
import type { Advice } from "./advice.ts";

/** So many letters of a sentence are quoted. */
const QUOTED = 16;

/**
 * How many more senders options will serve once people have written them, where so many were simulated: nobody knows
 * before how far apart they will be. Seven pieces of advice in ten end between these two, and nearly nine in ten within a
 * third of them (`npm run bench -- advice`).
 */
export function gainBetween(gain: number): { readonly atLeast: number; readonly atMost: number } {
  return { atLeast: Math.max(1, Math.floor((gain * 2) / 3)), atMost: Math.ceil((gain * 3) / 2) };
}

/** One piece of advice as a sentence for the one who writes. */
export function adviceText(advice: Advice, seats: number, language: AuthorLanguage): string {
  const { kind, sentences, options, floor, gain, servesAll } = advice;
  const isTeam = floor === "team";
  const quotes = sentences.slice(0, 3).map(({ words }) => quoted(words, language));
  const count = sentences.length;
  if (language !== "en") return chinese[language]({ ...advice, seats, quotes, count });
  const all = isTeam
    ? "would keep everybody in the largest team apart"
    : `would serve all ${seats}`;
  const { atLeast, atMost } = gainBetween(gain);
  const brings = servesAll
    ? all
    : `about +${atLeast} to +${atMost} senders${isTeam ? " in a team" : ""}`;
  const link = servesAll ? " " : ": ";
  if (kind === "draft")
    return `One more wording of every sentence (${count} of them)${link}${brings}.`;
  const more = `${options === 2 ? "Two" : options} more options for`;
  if (count === 1) return `${more} ${quotes[0]}${link}${brings}.`;
  const list = `${quotes.join(", ")}${count > 3 ? " and others" : ""}`;
  return `${more} each of these ${count} sentences (${list})${link}${brings}.`;
}

type Given = Advice & { readonly seats: number; readonly quotes: string[]; readonly count: number };

const chinese: Readonly<Record<"zh-CN" | "zh-TW", (given: Given) => string>> = {
  "zh-CN": ({ kind, options, floor, gain, servesAll, seats, quotes, count }) => {
    const isTeam = floor === "team";
    const { atLeast, atMost } = gainBetween(gain);
    const all = isTeam ? "最大的团队里每个人都离得够远了" : `就够 ${seats} 个人用了`;
    const brings = servesAll
      ? all
      : `${isTeam ? "每个团队" : ""}大约能多给 ${atLeast}–${atMost} 个人用`;
    if (kind === "draft") return `每句话再换一种说法（共 ${count} 句），${brings}。`;
    const list = `${quotes.join("、")}${count > 3 ? "等" : ""}`;
    const which = count === 1 ? `给${quotes[0]}这句` : `给这 ${count} 句话（${list}）每句`;
    return `${which}再写 ${options} 种说法，${brings}。`;
  },
  "zh-TW": ({ kind, options, floor, gain, servesAll, seats, quotes, count }) => {
    const isTeam = floor === "team";
    const { atLeast, atMost } = gainBetween(gain);
    const all = isTeam ? "最大的團隊裡每個人都離得夠遠了" : `就夠 ${seats} 個人用了`;
    const brings = servesAll
      ? all
      : `${isTeam ? "每個團隊" : ""}大約能多給 ${atLeast}–${atMost} 個人用`;
    if (kind === "draft") return `每句話再換一種說法（共 ${count} 句），${brings}。`;
    const list = `${quotes.join("、")}${count > 3 ? "等" : ""}`;
    const which = count === 1 ? `給${quotes[0]}這句` : `給這 ${count} 句話（${list}）每句`;
    return `${which}再寫 ${options} 種說法，${brings}。`;
  },
};

function quoted(words: string, language: AuthorLanguage): string {
  const chars = [...words.trim().replace(/\s+/g, " ")];
  const most = language === "en" ? QUOTED * 2 : QUOTED;
  const short = chars.length > most ? `${chars.slice(0, most).join("")}…` : chars.join("");
  return `“${short}”`;
}
