import type { Script } from "../protect/protect.ts";

/**
 * Words that look like operators and are none: they neither negate nor limit nor condition. Masked
 * before operators are read, so that 不错 may give way to 挺好 and 特别 to 格外.
 */
const NONE_HAN =
  /[\p{Nd}一二三四五六七八九十百千几幾两兩]\s?[只隻]|不仅仅|不僅僅|不仅|不僅|不但|不光|不错|不錯|不少|不断|不斷|不论|不論|不管|不同|不然|不过(?![\p{Nd}一二三四五六七八九十百千万])|不過(?![\p{Nd}一二三四五六七八九十百千萬])|不愧|不止|不禁|不妨|不久|不如|不由得|不由|不得不|忍不住|爱不释手|愛不釋手|络绎不绝|絡繹不絕|独一无二|獨一無二|无忧|無憂|无缝|無縫|无线|無線|无人机|不亦乐乎|念念不忘|忘不了|少不了|离不开|離不開|停不下来|停不下來|别致|別緻|别具|別具|别样|別樣|别有|別有|别出心裁|非凡|非遗|非遺|禁不住|了不起|说不定|說不定|差不多|好不容易|迫不及待|无论|無論|无比|無比|无限|無限|无疑|無疑|无微不至|無微不至|没错|沒錯|没关系|沒關係|别错过|別錯過|别忘(?:了|记)?|別忘(?:了|記)?|别人|別人|别家|別家|别的|別的|别墅|別墅|特别|特別|分别|分別|差别|差別|个别|個別|区别|區別|级别|級別|性别|性別|识别|識別|告别|告別|类别|類別|辨别|辨別|鉴别|鑑別|送别|送別|非常|除夕|未来|未來|限时|限時|有限|极限|極限|界限|年限|权限|期限|无非|只好|只是|不只|可爱|可愛|可口|可乐|可樂|可惜|可是|可见|可見|可怜|可憐|可靠|可观|可觀|可贵|可貴|认可|認可|许可|許可|宁可|寧可|小可爱|需求|需要(?=的)|必备|必備|必买|必買|必看|必吃|必去|必须的|([\p{Script=Han}])[不没沒]\1|有没有|有沒有|是不是|能不能|要不要|会不会|會不會|好不好|可不可以|对不对|對不對|行不行/gu;

/** The operators of negation, limit, condition and modality. Longer ones first. */
const HAN =
  /不得|不能|不要|不会|不會|不可|不必|不用|不限|不含|没有|沒有|谢绝|謝絕|严禁|嚴禁|禁止|拒绝|拒絕|除外|除了|除非|为准|為準|为限|為限|如果|如遇|如有|如需|如无|假如|倘若|要是|若是|只要|只有|只能|只限|一旦|否则|否則|仅限|僅限|仅|僅|只|限|至少|最少|至多|最多|最高|最低|最长|最長|最短|不超过|必须|必須|务必|務必|须|須|需要|需|应当|應當|应该|應該|可能|也许|也許|或许|或許|大概|可以|可|能够|能夠|不|没|沒|无|無|未|别|別|勿|非|若|唔|冇|咪/gu;

const NONE_LATIN =
  /\bnot only\b|\bno (?:matter|problem|worries|wonder|doubt)\b|\bmay 1?\d\b|\bmay \d+\b|\bcan(?:'|’)?t wait\b|\bwhy not\b|\bif anything\b|\bonly then\b|\bneedless to say\b|\bnot to mention\b/giu;

const LATIN =
  /\b(?:not|[a-z]+n['’]t|cannot|no|none|nor|never|neither|without|except|excluding|excludes?|unless|until|if|only|just one|up to|at least|at most|no more than|maximum|minimum|limited|subject to|provided that|as long as|must|may|might|could|should|shall|required|requires?|while (?:stocks|supplies) last|first come)\b/giu;

const BREAK =
  /[\s，。！？；：、…,.!?;:()（）【】「」“”《》|｜—–～~]+|\p{Extended_Pictographic}\ufe0f?/u;
const BREAK_LATIN = /[\n,.!?;:()“”"—–]+|\p{Extended_Pictographic}\ufe0f?/u;

/**
 * The operators of a text, clause by clause, empty for a clause without one. Two texts promise, limit
 * and deny the same, each in its place, when their lists are equal.
 */
export function operatorsByClause(text: string, script: Script): string[] {
  const [none, some, clause] =
    script === "han" ? [NONE_HAN, HAN, BREAK] : [NONE_LATIN, LATIN, BREAK_LATIN];
  return text
    .replace(none, (words) => "\u0001".repeat(words.length))
    .split(clause)
    .map((words) => (words.match(some) ?? []).join(" ").toLowerCase());
}

const SOFT = /^(?:可以|能够|能夠|大概|应该|應該|could|should)$/i;

/** What a clause says that must be said so: disclaimers, risks, terms. */
const DISCLAIMER =
  /解释权|解釋權|供参考|供參考|风险|風險|谨慎|謹慎|条款|條款|条例|條例|因人而异|因人而異|概不|自负|自負|示意|以.{1,12}为|以.{1,12}為|医嘱|醫囑|药物|藥物|疾病|收益|本金|利率|承诺|承諾|保证|保證|依法|规定|規定|\b(?:terms|conditions|disclaimer|risk|not financial advice|results vary|at your own)\b/iu;

const LOCK_END = /[，。！？；,!?;～\n]/u;
const LOCK_END_LATIN = /[.,!?;:—\n]/u;

/**
 * The clauses nothing of Starling's own may touch: those that deny, limit, condition or disclaim.
 */
export function lockedClauses(text: string, script: Script): { start: number; end: number }[] {
  const [none, some, end] =
    script === "han" ? [NONE_HAN, HAN, LOCK_END] : [NONE_LATIN, LATIN, LOCK_END_LATIN];
  const masked = text.replace(none, (words) => "\u0001".repeat(words.length));
  const locked: { start: number; end: number }[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !end.test(text[i] as string)) continue;
    const clause = masked.slice(start, i);
    const hard = (clause.match(some) ?? []).some((operator) => !SOFT.test(operator));
    if (hard || DISCLAIMER.test(text.slice(start, i))) locked.push({ start, end: i });
    start = i + 1;
  }
  return locked;
}
