import {
  type AdviceLanguage,
  adviceText,
  type CapacityReport,
} from "../../variation/text/index.ts";

/** The language in which a content's author is advised: that of the content. */
export function adviceLanguage(language: string): AdviceLanguage {
  return language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** A capacity report as it is told: each piece of advice with its sentence. */
export function tellCapacity(report: CapacityReport, language: AdviceLanguage) {
  return {
    ...report,
    advice: report.advice.map((advice) => ({
      ...advice,
      text: adviceText(advice, report.seats, language),
    })),
  };
}
