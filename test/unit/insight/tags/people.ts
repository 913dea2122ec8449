/** Made-up readers, for tests of rules. */
import type { LocalClock } from "../../../../src/insight/local-time.ts";
import type { ReadMoment, ReshareMoment } from "../../../../src/insight/tags/moment.ts";
import type { Rule, RuleVersion } from "../../../../src/insight/tags/rule.ts";
import type { Names, Now } from "../../../../src/insight/words.ts";

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
/** Monday, 16 November 2026, 9:00 in UTC+8. */
export const MONDAY = Date.UTC(2026, 10, 16, 1);

/** The wall clock of a zone that never changes. */
export function clockAt(hoursEast: number): LocalClock {
  return (at) => {
    const local = at + hoursEast * HOUR;
    const day = Math.floor(local / DAY);
    return { day, minute: Math.floor((local - day * DAY) / 60_000) };
  };
}

export const clock = clockAt(8);
export const now: Now = { at: MONDAY + DAY, clock };

export const names: Names = {
  title: (contentId) => ({ sleep: "睡个好觉", soup: "冬日汤谱" })[contentId] ?? null,
  heading: (_, sectionId) => ({ price: "价格", steps: "四个步骤" })[sectionId] ?? null,
};

let serial = 0;

/** A read of a minute on the topic sleep, unless told otherwise. */
export function read(over: Partial<ReadMoment> = {}): ReadMoment {
  return {
    kind: "read",
    id: `v${String(serial++).padStart(4, "0")}`,
    at: MONDAY,
    contentId: "sleep",
    topics: ["sleep"],
    engagedMs: 60_000,
    completion: 0.5,
    sections: {},
    ...over,
  };
}

export function reshare(over: Partial<ReshareMoment> = {}): ReshareMoment {
  const { id, at, contentId, topics } = read();
  return { kind: "reshare", id: `r${id}`, at, contentId, topics, ...over };
}

/** Ten points for every read of half a minute. */
export function rule(over: Partial<Rule> = {}): Rule {
  return {
    when: { all: [{ kind: "engaged", atLeastMs: 30_000 }] },
    tag: "reader",
    points: 10,
    halfLifeDays: null,
    cooldownDays: 0,
    use: "Call them",
    ...over,
  };
}

export function version(over: Partial<RuleVersion> = {}): RuleVersion {
  return { ...rule(), ruleId: "rule", version: 1, since: null, until: null, ...over };
}
