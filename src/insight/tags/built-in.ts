/** Rules that make sense with no set-up: how interested somebody is in each topic. */
import type { Words } from "../words.ts";
import { EACH_TOPIC, type Rule, TOPIC_PLACE } from "./rule.ts";

/** Tags of the built-in rules begin so; what follows is the topic as its author wrote it. */
export const INTEREST = "interest:";

/** The groups of the built-in rules, in words. */
export const BUILT_IN_GROUPS: Readonly<Record<string, Words>> = {
  reading: { zh: "阅读", en: "reading" },
  "passing on": { zh: "转给别人", en: "passing on" },
};

const on = { topic: EACH_TOPIC };
const shared = {
  tag: `${INTEREST}${TOPIC_PLACE}`,
  halfLifeDays: 30,
  use: "Say what to talk about in the sender's list for the day",
} as const;

/**
 * By engaged time and completion, by coming back and by passing on. At most 60 points come from reading
 * and 40 from passing on, so that a score says how much out of a hundred. No topic that speaks of a
 * sensitive trait is ever taken up (see sensitive.ts).
 */
export const BUILT_IN_RULES: readonly (Rule & { readonly ruleId: string })[] = [
  {
    ...shared,
    ruleId: "built-in:read",
    when: { all: [{ kind: "engaged", on, atLeastMs: 30_000 }] },
    points: 10,
    perDay: 20,
    group: "reading",
    groupMax: 60,
    cooldownDays: 0,
  },
  {
    ...shared,
    ruleId: "built-in:finished",
    when: { all: [{ kind: "completion", on, atLeast: 0.6 }] },
    points: 15,
    perDay: 30,
    group: "reading",
    groupMax: 60,
    cooldownDays: 0,
  },
  {
    ...shared,
    ruleId: "built-in:again",
    when: {
      all: [
        { kind: "times", on, atLeast: 2, withinDays: 14 },
        { kind: "engaged", on, atLeastMs: 10_000, withinDays: 14 },
      ],
    },
    points: 10,
    group: "reading",
    groupMax: 60,
    cooldownDays: 3,
  },
  {
    ...shared,
    ruleId: "built-in:passed-on",
    // Who hands on what they only glanced at speaks for the topic no more than a postman does.
    when: {
      all: [
        { kind: "reshare", on, readers: 1 },
        { kind: "engaged", on, atLeastMs: 10_000 },
      ],
    },
    points: 15,
    perDay: 15,
    group: "passing on",
    groupMax: 40,
    cooldownDays: 0,
  },
];
