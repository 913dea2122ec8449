import { conditionsOf, type Rule } from "../../insight/tags/rule.ts";
import type { Names } from "../../insight/words.ts";
import type { Scope } from "../../storage/scope.ts";
import { namesOf } from "../readers/names.ts";

/** What the contents and parts are called that rules ask for, so that the rules can be told in words. */
export function namesInRules(scope: Scope, rules: readonly Rule[]): Promise<Names> {
  return namesOf(
    scope,
    rules.flatMap(({ when }) =>
      conditionsOf(when).flatMap((condition) => {
        if (condition.kind === "section") return [condition.contentId];
        const { on } = condition;
        return on && "contentId" in on ? [on.contentId] : [];
      }),
    ),
  );
}
