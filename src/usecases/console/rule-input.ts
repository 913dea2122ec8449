/** A rule as a form's fields hold it, and fields as a caller of the API would write the rule. */
import { MAX_CONDITIONS } from "../../domain/tag-rule.ts";
import { type Condition, conditionsOf, EACH_TOPIC, type Rule } from "../../insight/tags/rule.ts";

export const conditionKinds = [
  "engaged",
  "sum",
  "completion",
  "section",
  "times",
  "return",
  "reshare",
  "recency",
] as const;
type Kind = (typeof conditionKinds)[number];

/** A condition as its fields hold it. */
export interface ConditionInput {
  kind: Kind | "";
  amount: string;
  /** "" of anything, "*" of each topic, or what it is with its kind's letter before. */
  about: string;
  within: string;
  times: string;
}

export type RuleInput = Record<
  | "join"
  | "tag"
  | "points"
  | "halfLife"
  | "cooldown"
  | "perDay"
  | "group"
  | "groupMin"
  | "groupMax"
  | "use"
  | "notify"
  | "sensitive",
  string
> & { conditions: readonly ConditionInput[] };

export const NO_CONDITION: ConditionInput = {
  kind: "",
  amount: "",
  about: "",
  within: "",
  times: "",
};

/** What a new rule's form holds. */
export const freshRule: RuleInput = {
  ...{ join: "all", tag: "", points: "20", halfLife: "30", cooldown: "1", perDay: "40", group: "" },
  ...{ groupMin: "", groupMax: "", use: "", notify: "", sensitive: "" },
  conditions: [{ ...NO_CONDITION, kind: "engaged", amount: "60" }],
};

const text = (value: number | null | undefined) => (value == null ? "" : String(value));

/** A rule as its form holds it. */
export function inputOf(rule: Rule): RuleInput {
  return {
    join: "all" in rule.when ? "all" : "any",
    tag: rule.tag,
    points: text(rule.points),
    halfLife: text(rule.halfLifeDays),
    cooldown: text(rule.cooldownDays),
    perDay: text(rule.perDay),
    group: rule.group ?? "",
    groupMin: text(rule.groupMin),
    groupMax: text(rule.groupMax),
    use: rule.use,
    notify: rule.notify ? "yes" : "",
    sensitive: rule.sensitive ? "yes" : "",
    conditions: conditionsOf(rule.when).map(conditionInput),
  };
}

function conditionInput(condition: Condition): ConditionInput {
  const within = "withinDays" in condition ? text(condition.withinDays) : "";
  const on = "on" in condition ? condition.on : undefined;
  const about = !on ? "" : "contentId" in on ? `c:${on.contentId}` : topicChoice(on.topic);
  const input = (kind: Kind, amount: number) => ({
    ...NO_CONDITION,
    ...{ kind, amount: text(amount), about, within },
  });
  switch (condition.kind) {
    case "engaged":
      return input(condition.sum ? "sum" : "engaged", condition.atLeastMs / 1000);
    case "completion":
      return input("completion", Math.round(condition.atLeast * 1000) / 10);
    case "section":
      return {
        ...input("section", condition.atLeastMs / 1000),
        about: `s:${condition.contentId} ${condition.sectionId}`,
        times: text(condition.times),
      };
    case "times":
      return input("times", condition.atLeast);
    case "return":
      return input("return", condition.afterDays);
    case "reshare":
      return input("reshare", condition.readers);
    case "recency":
      return { ...input("recency", condition.withinDays), within: "" };
  }
}

const topicChoice = (topic: string) => (topic === EACH_TOPIC ? EACH_TOPIC : `t:${topic}`);

/** The fields of a form, by what gives a text by its name. */
export function readRuleInput(of: (name: string) => string): RuleInput {
  const rows = Array.from({ length: MAX_CONDITIONS }, (_, at): ConditionInput => {
    const kind = conditionKinds.find((one) => one === of(`kind-${at}`)) ?? "";
    const field = (name: string) => of(`${name}-${at}`).trim();
    return {
      kind,
      amount: field("amount"),
      about: field("about"),
      within: field("within"),
      times: field("times"),
    };
  });
  return {
    join: of("join") === "any" ? "any" : "all",
    ...fieldsOf(of),
    conditions: rows.filter(({ kind }) => kind !== ""),
  };
}

const fieldsOf = (of: (name: string) => string) => ({
  tag: of("tag").trim(),
  points: of("points").trim(),
  halfLife: of("halfLife").trim(),
  cooldown: of("cooldown").trim(),
  perDay: of("perDay").trim(),
  group: of("group").trim(),
  groupMin: of("groupMin").trim(),
  groupMax: of("groupMax").trim(),
  use: of("use").trim(),
  notify: of("notify"),
  sensitive: of("sensitive"),
});

/** The same as a caller of the API would write it; what is no number is told of as one that is wrong. */
export function ruleFields(input: RuleInput): Record<string, unknown> {
  const conditions = input.conditions.map(conditionFields);
  return given({
    when: input.join === "any" ? { any: conditions } : { all: conditions },
    tag: input.tag,
    points: Number(input.points),
    perDay: numberOf(input.perDay),
    group: input.group || undefined,
    groupMin: numberOf(input.groupMin),
    groupMax: numberOf(input.groupMax),
    halfLifeDays: numberOf(input.halfLife) ?? null,
    cooldownDays: Number(input.cooldown),
    notify: input.notify === "yes" ? true : undefined,
    use: input.use,
    sensitive: input.sensitive === "yes" ? true : undefined,
  });
}

const numberOf = (value: string) => (value === "" ? undefined : Number(value));

function given(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function conditionFields({ kind, amount, about, within, times }: ConditionInput) {
  const number = Number(amount);
  const withinDays = numberOf(within);
  const on = subjectOf(about);
  switch (kind) {
    case "engaged":
      return given({ kind, atLeastMs: number * 1000, on, withinDays });
    case "sum":
      return given({ kind: "engaged", sum: true, atLeastMs: number * 1000, on, withinDays });
    case "completion":
      return given({ kind, atLeast: number / 100, on, withinDays });
    case "section": {
      const [contentId = "", sectionId = ""] = about.startsWith("s:")
        ? about.slice(2).split(" ")
        : [];
      const often = numberOf(times);
      return given({
        kind,
        contentId,
        sectionId,
        atLeastMs: number * 1000,
        times: often,
        withinDays,
      });
    }
    case "times":
      return given({ kind, atLeast: number, on, withinDays });
    case "return":
      return given({ kind, afterDays: number, on });
    case "reshare":
      return given({ kind, readers: number, on, withinDays });
    default:
      return given({ kind: "recency", withinDays: number, on });
  }
}

function subjectOf(about: string) {
  if (about === EACH_TOPIC) return { topic: EACH_TOPIC };
  if (about.startsWith("t:")) return { topic: about.slice(2) };
  if (about.startsWith("c:")) return { contentId: about.slice(2) };
  return undefined;
}
