/** A rule in plain words: what somebody has to do, and what that gives. */
import {
  counted,
  headed,
  joined,
  lasting,
  type Names,
  often,
  percent,
  titled,
  type Words,
} from "../words.ts";
import { BUILT_IN_GROUPS } from "./built-in.ts";
import { tagWords } from "./explain.ts";
import { type Condition, conditionsOf, isEach, type Rule, type Subject } from "./rule.ts";

/** "Read posts on pensions for 60 s or more in one visit: 20 points; half after 30 days." */
export function ruleWords(rule: Rule, names: Names): Words {
  const isAll = "all" in rule.when;
  const when = joined(
    conditionsOf(rule.when).map((condition, at) => {
      const { zh, en } = conditionWords(condition, names);
      // A number stands apart from the Chinese word before it.
      return { zh: at > 0 && /^\d/.test(zh) ? ` ${zh}` : zh, en };
    }),
    isAll ? { zh: "，并且", en: ", and " } : { zh: "，或者", en: ", or " },
  );
  const gives = joined(givesWords(rule), { zh: "；", en: "; " });
  return { zh: `${when.zh}：${gives.zh}。`, en: `${upper(when.en)}: ${gives.en}.` };
}

function conditionWords(condition: Condition, names: Names): Words {
  const what =
    "on" in condition ? subjectWords(condition.on, names) : subjectWords(undefined, names);
  const within = "withinDays" in condition ? withinWords(condition.withinDays) : none;
  switch (condition.kind) {
    case "engaged": {
      const time = lasting(condition.atLeastMs);
      return condition.sum
        ? {
            zh: `${within.zh}读${what.zh}加起来满 ${time.zh}`,
            en: `read ${what.en} for ${time.en} or more in all${within.en}`,
          }
        : {
            zh: `${within.zh}一次读${what.zh}满 ${time.zh}`,
            en: `read ${what.en} for ${time.en} or more in one visit${within.en}`,
          };
    }
    case "completion": {
      const share = percent(condition.atLeast);
      return {
        zh: `${within.zh}一次读完${what.zh}的 ${share} 以上`,
        en: `read ${share} or more of ${what.en} in one visit${within.en}`,
      };
    }
    case "section": {
      const heading = headed(condition.contentId, condition.sectionId, names);
      const title = titled(condition.contentId, names);
      const time = lasting(condition.atLeastMs);
      const times = often(condition.times ?? 1);
      return {
        zh: `${within.zh}读${title.zh}里的${heading.zh}满 ${time.zh}，${times.zh}以上`,
        en: `read ${heading.en} of ${title.en} for ${time.en} or more, ${times.en} or oftener${within.en}`,
      };
    }
    case "times": {
      const times = often(condition.atLeast);
      return {
        zh: `${within.zh}读${what.zh} ${times.zh}以上`,
        en: `read ${what.en} ${times.en} or oftener${within.en}`,
      };
    }
    case "recency": {
      const days = counted(condition.withinDays, "天", "day");
      return {
        zh: `最近 ${days.zh}里读过${what.zh}`,
        en: `read ${what.en} within the last ${days.en}`,
      };
    }
    case "return": {
      const days = counted(condition.afterDays, "天", "day");
      return {
        zh: `隔了 ${days.zh}以上又来读${what.zh}`,
        en: `came back to ${what.en} after ${days.en} or more`,
      };
    }
    case "reshare": {
      const people = counted(condition.readers, "人", "person", "people");
      return {
        zh: `${within.zh}有 ${people.zh}以上经由 TA 打开${what.zh}`,
        en: `had ${people.en} or more open ${what.en} through them${within.en}`,
      };
    }
  }
}

const none: Words = { zh: "", en: "" };

function withinWords(days: number | undefined): Words {
  if (days === undefined) return none;
  const span = counted(days, "天", "day");
  return { zh: `${span.zh}内`, en: ` within ${span.en}` };
}

function subjectWords(on: Subject | undefined, names: Names): Words {
  if (!on) return { zh: "任何内容", en: "any post" };
  if ("contentId" in on) return titled(on.contentId, names);
  if (isEach(on)) return { zh: "同一主题的内容", en: "posts on one topic" };
  return { zh: `“${on.topic}”主题的内容`, en: `posts on ${on.topic}` };
}

function givesWords(rule: Rule): Words[] {
  const { points, tag, perDay, halfLifeDays, cooldownDays, group, groupMin, groupMax } = rule;
  const name = tagWords(tag);
  const of = BUILT_IN_GROUPS[group ?? ""] ?? { zh: group, en: group };
  const some = counted(Math.abs(points), "分", "point");
  const half = counted(halfLifeDays ?? 0, "天", "day");
  const rest = counted(cooldownDays, "天", "day");
  const least = groupMin ?? null;
  const most = groupMax ?? null;
  return [
    points > 0
      ? { zh: `标签“${name.zh}”加 ${some.zh}`, en: `${some.en} of “${name.en}”` }
      : { zh: `标签“${name.zh}”减 ${some.zh}`, en: `takes ${some.en} of “${name.en}” away` },
    halfLifeDays === null
      ? { zh: "不衰减", en: "kept for good" }
      : { zh: `每过 ${half.zh}减半`, en: `half after ${half.en}` },
    ...(perDay === undefined
      ? []
      : [{ zh: `每人每天最多 ${perDay} 分`, en: `at most ${perDay} a person and day` }]),
    ...(cooldownDays > 0
      ? [{ zh: `之后 ${rest.zh}内不再加`, en: `not again within ${rest.en}` }]
      : []),
    ...(least === null && most === null
      ? []
      : [
          {
            zh: `${group ? `“${of.zh}”一组` : "这个标签"}合计${least === null ? "" : `不低于 ${least}`}${least !== null && most !== null ? "、" : ""}${most === null ? "" : `不高于 ${most}`}`,
            en: `${group ? `the group “${of.en}”` : "the tag"} in all${least === null ? "" : ` at least ${least}`}${least !== null && most !== null ? "," : ""}${most === null ? "" : ` at most ${most}`}`,
          },
        ]),
    ...(rule.notify ? [{ zh: "马上告诉同事", en: "the sender is told at once" }] : []),
  ];
}

function upper(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
