/** Most conditions that a tag rule may have: in calls, forms and judgement alike. */
export const MAX_CONDITIONS = 10;

/** Between what the numbers of a rule have to be, in calls and in judgement alike. */
export const RULE_BOUNDS = {
  days: { min: 1, max: 3650 },
  cooldownDays: { min: 0, max: 3650 },
  engagedMs: { min: 1000, max: 86_400_000 },
  share: { min: 0.01, max: 1 },
  times: { min: 1, max: 1000 },
  readers: { min: 1, max: 100_000 },
  points: { min: -1000, max: 1000 },
  perDay: { min: 0.01, max: 100_000 },
  group: { min: -100_000, max: 100_000 },
} as const;
