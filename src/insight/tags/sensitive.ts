/**
 * Words that speak of a sensitive trait: health, a child's age, belief, sexuality (GDPR article 9; PIPL
 * article 28). No tag is inferred from them unless a workspace's own rule says so on purpose. A word too
 * many costs somebody a tick in a box; a word too few costs somebody else their privacy.
 */

const CHINESE = [
  ..."健康 医疗 医院 疾病 病症 病情 患者 慢病 慢性病 大病 重疾 生病 看病 病人 糖尿 血糖 血压 血脂 癌 肿瘤".split(
    " ",
  ),
  ..."抑郁 焦虑症 心理咨询 失眠症 用药 药物 治疗 手术 康复 残疾 艾滋 乙肝 疫苗 过敏 备孕 怀孕 孕期 孕妇".split(
    " ",
  ),
  ..."孕产 不孕 产后 母婴 宝宝 婴儿 幼儿 儿童 孩子 少儿 青少年 未成年 小学 幼儿园 亲子 宗教 信仰 佛教".split(
    " ",
  ),
  ..."基督 伊斯兰 天主教 道教 同性恋 性取向 性生活 政治 党派 工会 民族 减肥药 戒酒 戒烟".split(" "),
];

const ENGLISH =
  /\b(?:health|medical|medicine|medication|hospital|disease|illness|patients?|diabet\w*|cancer|tumou?rs?|depress\w*|anxiety|therap\w*|surgery|disab\w*|hiv|aids|vaccin\w*|allerg\w*|pregnan\w*|fertil\w*|bab(?:y|ies)|toddlers?|child|children|kids?|teens?|teenagers?|minors?|religio\w*|church|islam\w*|muslim|christian\w*|buddhis\w*|jewish|lgbt\w*|gay|lesbian|sexual\w*|politic\w*|trade unions?|ethnic\w*|addict\w*|rehab)\b/i;

/** Does a topic or a tag name something that is nobody's business unless they say so? */
export function isSensitive(text: string): boolean {
  return ENGLISH.test(text) || CHINESE.some((word) => text.includes(word));
}
