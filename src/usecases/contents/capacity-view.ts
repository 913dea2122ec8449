import type { AuthorLanguage } from "../../domain/vocabulary.ts";
import { adviceText, type CapacityReport, gainBetween } from "../../variation/text/index.ts";
import type { Scoped } from "../kernel/context.ts";

/** The language in which whoever writes is advised: the workspace's, or else that of what they write. */
export function adviceLanguage({ workspace }: Scoped, written: string): AuthorLanguage {
  if (workspace.language !== null) return workspace.language;
  const tag = written.toLowerCase();
  if (!/^(zh|yue)\b/.test(tag)) return "en";
  return /-(hant|tw|hk|mo)\b/.test(tag) ? "zh-TW" : "zh-CN";
}

/** A capacity report as it is told: each piece of advice with its sentence. */
export function tellCapacity(report: CapacityReport, language: AuthorLanguage) {
  return {
    ...report,
    advice: report.advice.map((advice) => ({
      ...advice,
      ...gainBetween(advice.gain),
      text: adviceText(advice, report.seats, language),
    })),
  };
}
