/** Most conditions that a tag rule may have: in calls, forms and judgement alike. */
export const MAX_CONDITIONS = 10;
