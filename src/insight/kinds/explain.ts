/** A node's kind in a sentence, with the figures it rests on. */
import { counted, percent, type Words } from "../words.ts";
import { FEWEST_READERS, type JudgedNode } from "./node-kind.ts";

export function kindWords({ kind, figures, indirectShare, qualifiedRate }: JudgedNode): Words {
  const readers = counted(figures.known, "位读者", "direct reader");
  const direct = counted(figures.direct, "位读者", "direct reader");
  const { mean, low, high } = qualifiedRate;
  const span = {
    zh: `${percent(low)}–${percent(high)}`,
    en: `${percent(low)} to ${percent(high)}`,
  };
  const read = {
    zh: `${readers.zh}中约 ${percent(mean)} 读得认真（${span.zh}），${percent(indirectShare)} 的读者是转手带来的`,
    en: `about ${percent(mean)} of ${readers.en} really read (${span.en}), ${percent(indirectShare)} of all came at second hand or later`,
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
      return { zh: `普通节点：${read.zh}。`, en: `Neither: ${read.en}.` };
  }
}
