/** What is wrong with a rule before it may be published: what it could never do, or must not do unsaid. */
import { MAX_CONDITIONS, RULE_BOUNDS } from "../../domain/tag-rule.ts";
import {
  type Condition,
  conditionsOf,
  isEach,
  isPerTopic,
  type Rule,
  type Subject,
  TOPIC_PLACE,
} from "./rule.ts";
import { isSensitive } from "./sensitive.ts";

export type RuleFault = {
  /** Where in the rule, as in `when.all[0].withinDays`. */
  readonly path: string;
  readonly message: string;
};

type Bounds = { readonly min: number; readonly max: number };

/** False for what is no number, too. */
const isWithin = (value: number, { min, max }: Bounds) => value >= min && value <= max;

/** All faults of a rule, in the order of its fields; none where it may be published. */
export function ruleFaults(rule: Rule): RuleFault[] {
  return [...whenFaults(rule), ...tagFaults(rule), ...pointFaults(rule), ...useFaults(rule)];
}

function whenFaults({ when }: Rule): RuleFault[] {
  const conditions = conditionsOf(when);
  const path = "all" in when ? "when.all" : "when.any";
  if (conditions.length === 0 || conditions.length > MAX_CONDITIONS) {
    return [fault(path, `Write between 1 and ${MAX_CONDITIONS} conditions.`)];
  }
  const faults = conditions.flatMap((condition, at) =>
    conditionFaults(condition, `${path}[${at}]`),
  );
  if (conditions.every((condition) => condition.kind === "recency")) {
    faults.push(
      fault(path, "Recency only filters: add a condition on what was read, such as engaged time."),
    );
  }
  return faults;
}

function conditionFaults(condition: Condition, path: string): RuleFault[] {
  const faults: RuleFault[] = [];
  const bound = (field: string, value: number | undefined, bounds: Bounds) => {
    faults.push(...boundFaults(`${path}.${field}`, value, bounds));
  };
  const { days, engagedMs, share, times, readers } = RULE_BOUNDS;
  if ("withinDays" in condition) bound("withinDays", condition.withinDays, days);
  switch (condition.kind) {
    case "engaged":
    case "section":
      bound("atLeastMs", condition.atLeastMs, engagedMs);
      if (condition.kind === "section") bound("times", condition.times, times);
      break;
    case "completion":
      bound("atLeast", condition.atLeast, share);
      break;
    case "times":
      bound("atLeast", condition.atLeast, times);
      break;
    case "return":
      bound("afterDays", condition.afterDays, days);
      break;
    case "reshare":
      bound("readers", condition.readers, readers);
      break;
    case "recency":
      break;
  }
  return faults;
}

function boundFaults(path: string, value: number | undefined, bounds: Bounds): RuleFault[] {
  if (value === undefined || isWithin(value, bounds)) return [];
  return [fault(path, `Give a number between ${bounds.min} and ${bounds.max}.`)];
}

function tagFaults(rule: Rule): RuleFault[] {
  const faults: RuleFault[] = [];
  const hasPlace = rule.tag.includes(TOPIC_PLACE);
  if (isPerTopic(rule) !== hasPlace) {
    faults.push(
      hasPlace
        ? fault(
            "tag",
            `The tag holds ${TOPIC_PLACE}: let at least one condition have the topic "*".`,
          )
        : fault("tag", `A condition looks at every topic: write ${TOPIC_PLACE} into the tag.`),
    );
  }
  if (!rule.sensitive && namesOf(rule).some(isSensitive)) {
    faults.push(
      fault(
        "sensitive",
        "This rule speaks of a sensitive trait such as health or a child: set sensitive to true if that is meant and there is a legal basis.",
      ),
    );
  }
  return faults;
}

/** What a rule says in words of its own: its tag, and the topics that it is about. */
function namesOf(rule: Rule): string[] {
  const topics = conditionsOf(rule.when).flatMap((condition) =>
    "on" in condition && condition.on ? topicOf(condition.on) : [],
  );
  return [rule.tag, ...topics];
}

function topicOf(on: Subject): string[] {
  return "topic" in on && !isEach(on) ? [on.topic] : [];
}

function pointFaults(rule: Rule): RuleFault[] {
  const { points, perDay, groupMin, groupMax, halfLifeDays, cooldownDays } = rule;
  const { group, days } = RULE_BOUNDS;
  const faults: RuleFault[] = [];
  if (!(Math.abs(points) >= 1 && isWithin(points, RULE_BOUNDS.points))) {
    faults.push(fault("points", "Give 1 to 1,000 points, negative to take away."));
  }
  if (perDay !== undefined && !isWithin(perDay, RULE_BOUNDS.perDay)) {
    faults.push(fault("perDay", "Give a cap above 0, 100,000 at most, or leave it out."));
  }
  faults.push(...boundFaults("groupMin", groupMin, group));
  faults.push(...boundFaults("groupMax", groupMax, group));
  if (groupMin !== undefined && groupMax !== undefined && groupMin > groupMax) {
    faults.push(fault("groupMin", "Give a minimum that is not above groupMax."));
  }
  if (halfLifeDays !== null && !isWithin(halfLifeDays, days)) {
    faults.push(
      fault("halfLifeDays", `Give 1 to ${days.max} days, or null to keep points for good.`),
    );
  }
  if (!isWithin(cooldownDays, RULE_BOUNDS.cooldownDays)) {
    faults.push(fault("cooldownDays", `Give 0 to ${RULE_BOUNDS.cooldownDays.max} days.`));
  }
  return faults;
}

function useFaults({ use }: Rule): RuleFault[] {
  if (use.trim() !== "") return [];
  return [
    fault(
      "use",
      "Say what somebody does because of this tag: a tag without an action is a dead tag.",
    ),
  ];
}

function fault(path: string, message: string): RuleFault {
  return { path, message };
}
