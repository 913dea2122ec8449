/** What a tag rule is: what somebody has to have done, which tag that gives, and what it is worth. */

/** Which contents a condition looks at. The topic "*" means every topic by itself. */
export type Subject = { readonly topic: string } | { readonly contentId: string };

/** The topic that stands for each in turn; `{topic}` in the tag is replaced by it. */
export const EACH_TOPIC = "*";
export const TOPIC_PLACE = "{topic}";

type OnSubject = {
  /** Without it: any content. */
  readonly on?: Subject;
};

type Within = {
  /** Only what happened in so many days before the visit that is judged. */
  readonly withinDays?: number;
};

/** Something that somebody did, in reads; what is compared is named in the kind. */
export type Condition =
  /** One visit of at least so much engaged time; with `sum`, visits together. */
  | ({ readonly kind: "engaged"; readonly atLeastMs: number; readonly sum?: boolean } & OnSubject &
      Within)
  /** One visit that read at least this share, 0..1. */
  | ({ readonly kind: "completion"; readonly atLeast: number } & OnSubject & Within)
  /** One section had at least so much time, in at least so many visits (1). */
  | ({
      readonly kind: "section";
      readonly contentId: string;
      readonly sectionId: string;
      readonly atLeastMs: number;
      readonly times?: number;
    } & Within)
  /** At least so many visits. */
  | ({ readonly kind: "times"; readonly atLeast: number } & OnSubject & Within)
  /** Read within so many days; a filter on other conditions, it credits nothing by itself. */
  | ({ readonly kind: "recency"; readonly withinDays: number } & OnSubject)
  /** Came back after so many days without a visit. */
  | ({ readonly kind: "return"; readonly afterDays: number } & OnSubject)
  /** At least so many people opened it through this reader. */
  | ({ readonly kind: "reshare"; readonly readers: number } & OnSubject & Within);

export type When = { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] };

/** A rule as its author wrote it. */
export type Rule = {
  readonly when: When;
  /** The tag it gives; with `{topic}` one for each topic. */
  readonly tag: string;
  /** What one match is worth; negative where it speaks against the tag. */
  readonly points: number;
  /** The most this rule gives one person for one tag in one local day, without sign. */
  readonly perDay?: number;
  /** Rules of one group share a minimum and a maximum within a tag's score; by default the tag's own. */
  readonly group?: string;
  readonly groupMin?: number;
  readonly groupMax?: number;
  /** Days after which points are worth half; null keeps them. */
  readonly halfLifeDays: number | null;
  /** Days after a match in which this rule gives the same person the same tag no points. */
  readonly cooldownDays: number;
  /** Tell the sender as soon as the visit that matched is settled. */
  readonly notify?: boolean;
  /** What somebody does because of the tag: a tag without an action is a dead tag. */
  readonly use: string;
  /** The author knows that it speaks of a sensitive trait and answers for that. */
  readonly sensitive?: boolean;
};

/** A rule as published: never changed, only followed by the next. */
export type RuleVersion = Rule & {
  readonly ruleId: string;
  readonly version: number;
  /** Visits begun before this instant give nothing; null where the rule was dated back over all of history. */
  readonly since: number | null;
  /** Visits begun from here on belong to the next version; null while there is none. */
  readonly until: number | null;
};

/** Names one version of one rule. */
export function versionKey({ ruleId, version }: Pick<RuleVersion, "ruleId" | "version">): string {
  return `${ruleId} ${version}`;
}

/** The conditions, whichever way they are joined. */
export function conditionsOf(when: When): readonly Condition[] {
  return "all" in when ? when.all : when.any;
}

/** Does the rule give a tag for every topic by itself? */
export function isPerTopic(rule: Pick<Rule, "when">): boolean {
  return conditionsOf(rule.when).some(
    (condition) => "on" in condition && condition.on && isEach(condition.on),
  );
}

/** The tag that a rule gives, for the topic it is bound to. */
export function tagFor(rule: Pick<Rule, "tag">, topic: string | null): string {
  return topic === null ? rule.tag : rule.tag.replaceAll(TOPIC_PLACE, topic);
}

export function isEach(on: Subject): boolean {
  return "topic" in on && on.topic === EACH_TOPIC;
}
