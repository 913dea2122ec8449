/** A tie in a sentence that says why it is as strong as it is. */
import { counted, joined, moment, type Now, percent, type Words } from "../words.ts";
import { FEWEST_RANKED, type Level, type Relationship } from "./rank.ts";

/** What each third of the workspace is called. */
export const levelWords: Readonly<Record<Level, Words>> = {
  strong: { zh: "强", en: "Strong" },
  middle: { zh: "中", en: "Middle" },
  weak: { zh: "弱", en: "Weak" },
};

const activityWords: Readonly<Record<Relationship["activity"], readonly Words[]>> = {
  active: [],
  cooling: [{ zh: "隔得比平时久了", en: "quiet for longer than usual" }],
  lost: [{ zh: "很久没来了", en: "has not come for long" }],
};

/** "Middle (7th of 20 readers): last read yesterday 21:05; 4 reads in 30 days, …". */
export function tieWords(tie: Relationship, now: Now): Words {
  const findings = joined([...found(tie.evidence, now), ...trend(tie)], { zh: "；", en: "; " });
  const rank = rankWords(tie);
  return { zh: `${rank.zh}：${findings.zh}。`, en: `${rank.en}: ${findings.en}.` };
}

function rankWords({ level, place, of }: Relationship): Words {
  const people = counted(of, "位读者", "reader");
  if (level === null) {
    return {
      zh: `读者太少，不分强弱（${people.zh}，至少要 ${FEWEST_RANKED} 位）`,
      en: `Too few to be ranked (${people.en}; at least ${FEWEST_RANKED} are needed)`,
    };
  }
  const { zh, en } = levelWords[level];
  return {
    zh: `${zh}（${people.zh}里排第 ${place}）`,
    en: `${en} (no. ${place} of ${people.en})`,
  };
}

function found({ lastReadAt, lately, offered, completion, answers }: Evidence, now: Now): Words[] {
  const last = lastReadAt === null ? null : moment(lastReadAt, now);
  const reads = counted(lately, "次", "read");
  const posts = counted(offered, "篇", "new post");
  const back = counted(answers, "次", "answer");
  return [
    ...(last ? [{ zh: `最近一次读在${last.zh}`, en: `last read ${last.en}` }] : []),
    {
      zh: `30 天里读了 ${reads.zh}，同期新发 ${posts.zh}`,
      en: `${reads.en} in 30 days, in which ${posts.en} came out`,
    },
    depthWords(completion),
    answers === 0
      ? {
          zh: "还没有回应（达成目标，或聊出结果）",
          en: "no answer yet (a goal, or a talk that leads to something)",
        }
      : {
          zh: `回应过 ${back.zh}（达成目标，或聊出了结果）`,
          en: `${back.en} (goals, or talks that led to something)`,
        },
  ];
}

/** Nothing of it is said in words: whoever skimmed every part did read. */
function depthWords(completion: number): Words {
  if (completion === 0) {
    return {
      zh: "一般没有一节读到它该用时间的一半",
      en: "usually gives no part half the time that reading it takes",
    };
  }
  const share = percent(completion);
  return { zh: `一般读完全文的 ${share}`, en: `usually reads ${share} of the text` };
}

type Evidence = Relationship["evidence"];

function trend({ isRising, activity }: Relationship): Words[] {
  return [
    ...(isRising ? [{ zh: "比两周前更近", en: "closer than a fortnight ago" }] : []),
    ...activityWords[activity],
  ];
}
