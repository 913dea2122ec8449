/** A step of a way to somebody in a sentence: who came by whom, how often and when, and who stands between. */
import { calendarDate, DAY_MS } from "../local-time.ts";
import { counted, dated, often, type Words } from "../words.ts";
import type { Step } from "./paths.ts";

/** Who stands at an end of a step, as far as they are known. */
export type Station = { isSender: boolean; name: string | null; isSure: boolean };

/** @param between readers between the two who agreed to nothing */
export function stepWords(
  from: Station,
  to: Station,
  { touches, contents, lastAt }: Pick<Step, "touches" | "contents" | "lastAt">,
  between: number,
): Words {
  const [by, who] = [stationWords(from), stationWords(to)];
  const posts = counted(contents, "篇内容", "post");
  const times = touches > contents ? often(touches) : null;
  // Of a place in a tree the UTC day alone is kept.
  const when = dated(calendarDate(Math.floor(lastAt / DAY_MS)));
  const others = counted(between, "位", "reader");
  const stand = between === 1 ? "stands" : "stand";
  return {
    zh: `${who.zh}经由${by.zh}打开过 ${posts.zh}${times ? `（${times.zh}）` : ""}，最近一次在 ${when.zh}${between > 0 ? `；中间隔着 ${others.zh}没有同意记录的读者` : ""}。`,
    en: `${upper(who.en)} opened ${posts.en} through ${by.en.replace(/,$/, "")}${times ? ` (${times.en})` : ""}, last on ${when.en}${between > 0 ? `; ${others.en} who agreed to nothing ${stand} between` : ""}.`,
  };
}

const upper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

function stationWords({ isSender, name, isSure }: Station): Words {
  if (name === null) {
    return isSender
      ? { zh: "一位同事", en: "a colleague" }
      : { zh: "一位未具名的读者", en: "a reader without a name" };
  }
  return isSender || isSure
    ? { zh: name, en: name }
    : { zh: `一位读者（可能是${name}）`, en: `a reader, probably ${name},` };
}
