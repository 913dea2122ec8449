/** A node's kind in a sentence, with the figures it rests on. */
import { counted, percent, type Words } from "../words.ts";
import { FEWEST_READERS, type JudgedNode } from "./node-kind.ts";

export function kindWords({ kind, figures, indirectShare, qualifiedRate }: JudgedNode): Words {
  const agreed = counted(figures.known, "位读者", "direct reader");
  const direct = counted(figures.direct, "位读者", "direct reader");
  const { mean, low, high } = qualifiedRate;
  const span = {
    zh: `${percent(low)}–${percent(high)}`,
    en: `${percent(low)} to ${percent(high)}`,
  };
  const read = {
    zh: `直接带来、同意记录的 ${agreed.zh}中约 ${percent(mean)} 读得认真（九成把握在 ${span.zh} 之间），一共带来的读者里 ${percent(indirectShare)} 是再转手来的`,
    en: `about ${percent(mean)} of ${agreed.en} who agreed to be remembered really read (${span.en}, nine times in ten), and ${percent(indirectShare)} of all that it brought came at second hand or later`,
  };
  switch (kind) {
    case "insufficient":
      return {
        zh: `数据不足：直接带来的 ${figures.direct} 位读者里，${figures.known} 位同意记录、看得到读得怎样，至少要 ${FEWEST_READERS} 位。`,
        en: `Insufficient data: of ${direct.en} ${figures.known} agreed to be remembered, so that it is known how they read; at least ${FEWEST_READERS} are needed.`,
      };
    case "trusted":
      return { zh: `大节点：${read.zh}。`, en: `A trusted node: ${read.en}.` };
    case "broadcaster":
      return {
        zh: `大账号：覆盖很广，但带动不多；${read.zh}。`,
        en: `A broadcaster: wide, but few are moved; ${read.en}.`,
      };
    case "plain":
      return {
        zh: `普通节点：${read.zh}。`,
        en: `Neither a trusted node nor a broadcaster: ${read.en}.`,
      };
  }
}
