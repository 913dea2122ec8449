/**
 * What people write in a phone's field, as an address to be dialled.
 *
 * The form is RFC 3966's, with a comma for the pause before an extension, which phones dial themselves.
 */

/** Before a number these say that it is none: a name in some app, a fax, a post code. */
const OTHER =
  /微信|weixin|wechat|\bwx\b|qq|抖音|微博|小红书|小紅書|邮|郵|mail|传真|傳真|fax|账号|帳號|\bid\b/i;
/** "The same in WeChat": what follows is a phone number all the same. */
const ALSO = /微信同[号號]|同微信/g;
/** A second number begins, or a remark. */
const SECOND = /[/、,，;；|&\n]|\bor\b|或/;
const EXTENSION = /^(.*?)(?:转|轉|分机|分機|ext(?:ension|\.)?|[x#])[\s:.]*(\d{1,6})/i;
/** "010-65541234-8012": area, number and extension, by hyphens alone. */
const HYPHENED = /^(0\d{2,3}[-\s]?\d{7,8})-(\d{1,6})$/;
const NUMBER = /^\+?[\d\s().-]+/;

/**
 * The `tel:` address of a phone number as it was typed, or null where it is none ("微信号 abc").
 *
 * Of two numbers the first is dialled, an extension after a pause, and the trunk zero that an
 * international number has no place for is left out: "+86 (0)755 …" is +86755….
 */
export function phoneAddress(typed: string): string | null {
  // Full-width digits, as Chinese keyboards type them, become ASCII ones.
  const [, lead = "", text = ""] =
    /^((?:[^\d+(]|\((?!\d))*)(.*)$/s.exec(typed.normalize("NFKC").trim()) ?? [];
  if (OTHER.test(lead.replace(ALSO, "")) || /[a-z]$/i.test(lead)) return null;
  const first = text.split(SECOND, 1)[0] ?? "";
  const [, main = first, extension] = EXTENSION.exec(first) ?? HYPHENED.exec(first.trim()) ?? [];
  const written = NUMBER.exec(main.trim())?.[0] ?? "";
  const remark = main.trim().slice(written.length);
  const number = firstMobile(written) ?? withoutTrunkZero(written.replace(/[\s.-]/g, ""));
  // A letter that touches the digits makes them a name, and a few digits before a word count something.
  if (/^[a-z]/i.test(remark) || (remark !== "" && number.length < 7)) return null;
  // From an emergency number to the longest that E.164 admits.
  if (!/^\+?\d{3,15}$/.test(number)) return null;
  return `tel:${number}${extension ? `,${extension}` : ""}`;
}

function withoutTrunkZero(number: string): string {
  const bare = number.startsWith("+") ? number.replace("(0)", "") : number;
  return bare.replace(/[()]/g, "").replace(/^\+860/, "+86");
}

/** Two Chinese mobile numbers with no more than a space between: the first of them. */
function firstMobile(written: string): string | null {
  const [, first, rest] = /^((?:\+86\s?)?1[3-9]\d{9})\s+(\S.*)$/.exec(written.trim()) ?? [];
  return first && rest ? first.replace(/\s/g, "") : null;
}
