/** Whether a text says a protected span of another, if in another order of its parts or with its bound in another word. */
import { patternOf } from "../words/words.ts";

/** Bounds of a time or a quantity, each in all its words: 7天内 is 7天之内, and nothing else is. */
const BOUNDS = [
  { ends: /(?:之|以)?[内內里裡]$/u, said: ["内", "內", "里", "裡"], before: ["头", "頭", "前"] },
  { ends: /(?:之|以)?前$/u, said: ["前"], before: [] },
  { ends: /(?:之|以|过|過)?[后後]$/u, said: ["后", "後"], before: ["过了", "過了"] },
] as const;
const LINKS = ["", "之", "以", "过", "過"];

/** Says that a sum is one, which a number is without it. */
const IN_ALL = /^(?:一共|总共|總共|共)\s?/u;
/** What is taken off, given back or changed for what: an offer that stays in one piece. */
const OFFER = /[减減抵返换換折]/u;
const AMOUNT =
  /\p{Nd}+(?:[.,:：]\p{Nd}+)*(?:[元块塊毛角折点點日号號月年天周週岁歲个個人位件份次斤克米平层層楼樓室节節课課公里万萬]|小时|小時|分钟|分鐘)?/gu;
/** A sum that has to be reached, in all its words. */
const REACHED = /[满滿够夠]/u;
/** What is asked on top, in all its words: 加20块, 多收20块. */
const CHARGED_MORE = /[多另][收付交算]/u;
/** What operators and contrasts compare, and what stands before an amount by chance. */
const COMPARED = /^(?:每|买|買|[只仅僅还還就]?剩)/u;

/** Whether a text says a span of Chinese or a span of English, in lower case both. */
export function says(text: string, span: string): boolean {
  const bare = span.replace(IN_ALL, "");
  return text.includes(bare) || saysBound(text, bare) || saysParts(text, bare);
}

function saysBound(text: string, span: string): boolean {
  return BOUNDS.some(({ ends, said, before }) => {
    if (!ends.test(span)) return false;
    const amount = span.replace(ends, "");
    return (
      said.some((word) => LINKS.some((link) => text.includes(amount + link + word))) ||
      before.some((word) => text.includes(word + amount))
    );
  });
}

/** Whether every amount of a span is there, and every limit and bound: 国庆只剩10月5号一间, 9块9一斤. */
function saysParts(text: string, span: string): boolean {
  const amounts = span.match(AMOUNT) ?? [];
  if (amounts.length === 0 || OFFER.test(span) || !/\p{Script=Han}/u.test(span)) return false;
  const limits = span.match(patternOf("limits", "han")) ?? [];
  return (
    amounts.every((amount) => text.includes(amount)) &&
    limits.every((limit) => saysLimit(text, limit)) &&
    BOUNDS.every(
      ({ ends, said, before }) =>
        !ends.test(span) || [...said, ...before].some((word) => text.includes(word)),
    )
  );
}

function saysLimit(text: string, limit: string): boolean {
  if (COMPARED.test(limit) || text.includes(limit)) return true;
  return (REACHED.test(limit) && REACHED.test(text)) || (limit === "加" && CHARGED_MORE.test(text));
}
