/**
 * A campaign whose truth is known: who is interested in what, who moves others, who opened through whom, and whom
 * a sender should turn to on its last morning. The same one for the same size and seed.
 */
import { knownId, type RefId, type ViewerId, type VisitId } from "../../src/domain/ids.ts";
import { duration, type Instant, instant, later } from "../../src/domain/units.ts";
import type { VisitClaims } from "../../src/domain/visit.ts";
import type { ConsentAnswer } from "../../src/tracking/harvest.ts";
import type { BeatMessage } from "../../src/tracking/merge.ts";

export type Size = { senders: number; viewers: number; seed: number };
export type Kind = "trusted" | "broadcaster" | "plain";
export type PlannedSender = { id: string; kind: Kind; codes: string[] };
export type Content = { id: string; topic: string };

/** A person at one page, through somebody: what is true of it. */
export type Touch = {
  ref: RefId;
  parent: RefId | null;
  code: string;
  contentId: string;
  at: Instant;
  person: Person;
  isBot: boolean;
};

export type Person = {
  index: number;
  sender: number;
  /** Their viewer in each of the campaign's halves: a lost cookie makes another. Null of who never agreed. */
  viewers: ViewerId[];
  refuses: boolean;
  interests: Set<string>;
  hot: boolean;
};

export type Plan = {
  /** When who lost their cookie is another viewer. */
  half: Instant;
  senders: PlannedSender[];
  contents: Content[];
  people: Person[];
  touches: Touch[];
  beats: BeatMessage[];
  answers: ConsentAnswer[];
  /** Viewers to be erased in the middle of it. */
  erased: Set<string>;
  start: Instant;
  end: Instant;
};

export const sections = 5;
export const sectionMs = 15_000;
const day = 86_400_000;
const topics = ["养老", "教育", "理财", "旅行", "装修", "健身", "咖啡", "摄影"];
const days = 14;
/** People meet a second content from then on; all but the last evening is over a week before the end. */
const secondRound = 2.5 * day;
const deepest = 5;

/** Linear congruential generator with the constants of Numerical Recipes; 0 ≤ x < 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Of ten senders one is trusted and one is loud. */
const kindOf = (index: number): Kind =>
  index % 10 === 3 ? "trusted" : index % 10 === 7 ? "broadcaster" : "plain";
/** How many of a sender's readers are interested in what they share. */
const interestOf: Record<Kind, number> = { trusted: 0.6, broadcaster: 0.18, plain: 0.22 };
const loudness: Record<Kind, number> = { trusted: 1, broadcaster: 4, plain: 1 };
/** Of those who are interested; who is not passes on a twentieth as often. */
const passesOn: Record<Kind, number> = { trusted: 0.8, broadcaster: 0.3, plain: 0.6 };

export function planCampaign({ senders: count, viewers, seed }: Size): Plan {
  const random = seeded(seed);
  const start = instant(Date.UTC(2026, 10, 2, 1));
  const contents = topics.map((topic, at) => ({ id: `acontent${at}`, topic }));
  const senders = Array.from({ length: count }, (_, at): PlannedSender => {
    const codes = contents.map((_content, of) => `aL${at}c${of}`);
    return { id: `asender${at}`, kind: kindOf(at), codes };
  });
  const whole = senders.reduce((sum, { kind }) => sum + loudness[kind], 0);
  const people = senders.flatMap(({ kind }, sender) => {
    const own = Math.round((viewers * loudness[kind]) / whole);
    return Array.from({ length: own }, () => ({ sender, kind }));
  });
  const plan: Plan = {
    senders,
    contents,
    people: [],
    touches: [],
    beats: [],
    answers: [],
    erased: new Set(),
    start,
    half: instant(start + secondRound),
    end: instant(start + days * day),
  };
  const draw = new Drawing(plan, random);
  for (const { sender, kind } of people) draw.person(sender, kind);
  draw.treesOf();
  return plan;
}

class Drawing {
  readonly #plan: Plan;
  readonly #random: () => number;
  #refs = 0;
  #visits = 0;

  constructor(plan: Plan, random: () => number) {
    this.#plan = plan;
    this.#random = random;
  }

  person(sender: number, kind: Kind): void {
    const { people } = this.#plan;
    const index = people.length;
    const agrees = this.#random() < 0.7;
    const viewers = agrees ? [knownId<ViewerId>(`av${index}`)] : [];
    // A tenth lose their cookie in between.
    if (agrees && this.#random() < 0.1) viewers.push(knownId<ViewerId>(`av${index}b`));
    const interests = new Set<string>();
    for (const { topic } of this.#plan.contents) {
      if (this.#random() < interestOf[kind]) interests.add(topic);
    }
    const refuses = !agrees && this.#random() < 0.4;
    const person: Person = { index, sender, viewers, refuses, interests, hot: false };
    people.push(person);
    if (agrees && this.#random() < 0.01) this.#plan.erased.add(viewers[0] ?? "");
  }

  /** Two contents a person: the first through the sender or through whoever passed it on, and so on down. */
  treesOf(): void {
    const bySender = Map.groupBy(this.#plan.people, ({ sender }) => sender);
    for (const [sender, own] of bySender) {
      const kind = this.#plan.senders[sender]?.kind ?? "plain";
      for (const round of [0, 1]) {
        const byContent = Map.groupBy(
          own,
          ({ index }) => (index * 3 + round * 5 + sender) % topics.length,
        );
        for (const [of, readers] of byContent) this.#tree(sender, kind, of, readers, round);
      }
      this.#hot(sender, own);
    }
  }

  /** Readers come one after the other; each through the link, or through somebody who passes on. */
  #tree(sender: number, kind: Kind, of: number, readers: readonly Person[], round: number): void {
    const content = this.#plan.contents[of];
    const code = this.#plan.senders[sender]?.codes[of];
    if (!content || !code) return;
    const open: { touch: Touch; depth: number }[] = [];
    readers.forEach((person, at) => {
      const through =
        open.length > 0 && this.#random() < 0.45
          ? open[Math.floor(this.#random() * open.length)]
          : undefined;
      const when =
        this.#plan.start +
        round * secondRound +
        (at / Math.max(1, readers.length)) * 2 * day +
        this.#random() * 3_600_000;
      const touch: Touch = {
        ref: this.#ref(),
        parent: through?.touch.ref ?? null,
        code,
        contentId: content.id,
        at: instant(Math.floor(when)),
        person,
        isBot: false,
      };
      const depth = (through?.depth ?? 0) + 1;
      this.#visit(touch, content.topic, this.#isLong(person, content.topic) ? "long" : "short");
      const isKeen = person.interests.has(content.topic);
      if (depth < deepest && this.#random() < (isKeen ? 1 : 0.05) * passesOn[kind])
        open.push({ touch, depth });
      // Some come again, through somebody else: a later way, which moves nobody.
      const again = open[0];
      if (person.viewers.length === 1 && again && again.touch !== touch && this.#random() < 0.05) {
        const later_ = { ...touch, parent: again.touch.ref, at: instant(touch.at + 6 * 3_600_000) };
        this.#visit(later_, content.topic, "short");
      }
      if (this.#random() < 0.05) this.#bot(touch);
    });
    this.#own(code, content.id);
  }

  /** Who is interested reads, mostly; who is not does so by mistake, rarely. */
  #isLong(person: Person, topic: string): boolean {
    return person.interests.has(topic) ? this.#random() < 0.98 : this.#random() < 0.01;
  }

  /** Three of a fifth of the senders' readers come back on the last evening, for long. */
  #hot(sender: number, own: readonly Person[]): void {
    if (sender % 5 !== 0) return;
    const able = own
      .filter(({ viewers }) => viewers.length === 1 && !this.#plan.erased.has(viewers[0] ?? ""))
      .slice(0, 3);
    const of = sender % topics.length;
    const content = this.#plan.contents[of];
    const code = this.#plan.senders[sender]?.codes[of];
    if (!content || !code) return;
    for (const person of able) {
      person.hot = true;
      person.interests.add(content.topic);
      const at = instant(this.#plan.end - 14 * 3_600_000 + Math.floor(this.#random() * 3_600_000));
      const first = this.#plan.touches.find(
        (touch) => touch.person === person && touch.code === code,
      );
      this.#visit(
        {
          ref: first?.ref ?? this.#ref(),
          parent: first?.parent ?? null,
          code,
          contentId: content.id,
          at,
          person,
          isBot: false,
        },
        content.topic,
        "hot",
      );
    }
  }

  /** A machine fetches the page that somebody just read, as one who came through them. */
  #bot(after: Touch): void {
    const touch = {
      ...after,
      ref: this.#ref(),
      parent: after.ref,
      at: instant(after.at + 1000),
      isBot: true,
    };
    this.#tell(touch, null, "short");
  }

  /** The sender looks at their own link. */
  #own(code: string, contentId: string): void {
    const person: Person = {
      index: -1,
      sender: -1,
      viewers: [],
      refuses: false,
      interests: new Set(),
      hot: false,
    };
    this.#tell(
      {
        ref: this.#ref(),
        parent: null,
        code,
        contentId,
        at: this.#plan.start,
        person,
        isBot: false,
      },
      null,
      "long",
      true,
    );
  }

  #visit(touch: Touch, _topic: string, length: "long" | "short" | "hot"): void {
    this.#plan.touches.push(touch);
    const { viewers } = touch.person;
    const half = touch.at < this.#plan.half ? 0 : viewers.length - 1;
    this.#tell(touch, viewers[half] ?? null, length);
  }

  #tell(
    touch: Touch,
    viewerId: ViewerId | null,
    length: "long" | "short" | "hot",
    isOwn = false,
  ): void {
    const target = knownId<VisitClaims["target"]>(touch.contentId);
    const claims: VisitClaims = {
      visitId: knownId<VisitId>(`avisit${this.#visits++}`),
      code: knownId(touch.code),
      target,
      contentVersion: 1,
      sectionCount: sections,
      own: touch.ref,
      parent: touch.parent,
      viewerId,
      rung: viewerId === null ? "aggregate" : "anonymous",
      isOwn,
      isPreview: false,
      isBot: touch.isBot,
      isBurst: false,
      issuedAt: touch.at,
      mintedAt: touch.at,
    };
    const spent = this.#spent(length);
    const engagedMs = spent.reduce((sum, ms) => sum + ms, 0);
    for (const seq of [1, 2]) {
      const share = seq === 1 ? 0.4 : 1;
      const message: BeatMessage = {
        claims,
        receivedAt: later(
          touch.at,
          duration(seq === 1 ? Math.ceil(engagedMs * 0.4) + 500 : engagedMs + 2000),
        ),
        seq,
        end: seq === 2,
        engagedMs: duration(Math.floor(engagedMs * share)),
        idleMs: duration(0),
        trustMs: duration(0),
        scroll: length === "short" ? 300 : 900,
        sections: spent.map((ms) => duration(Math.floor(ms * share))),
        wasCut: false,
        isBot: touch.isBot,
        device: "phone",
        app: "wechat",
      };
      if (seq === 2 && length !== "short" && this.#random() < 0.1)
        message.goal = { name: "booked" };
      this.#plan.beats.push(message);
    }
    if (touch.person.refuses) {
      this.#plan.answers.push({
        claims,
        id: `aanswer${claims.visitId}`,
        answeredAt: instant(touch.at + 1500),
        choice: false,
        viewerId: null,
        textVersion: "1",
        language: "zh-Hans",
        textHash: "",
      });
    }
  }

  #spent(length: "long" | "short" | "hot"): number[] {
    const each =
      length === "hot"
        ? 3.2
        : length === "long"
          ? 0.8 + this.#random()
          : 0.1 + 0.25 * this.#random();
    const read = length === "short" ? 1 : sections;
    return Array.from({ length: read }, () => Math.floor(sectionMs * each));
  }

  /** Six bytes as eight letters of base64url, never all zeros. */
  #ref(): RefId {
    this.#refs++;
    const bytes = Buffer.alloc(6);
    bytes.writeUIntBE(this.#refs, 0, 6);
    return knownId<RefId>(bytes.toString("base64url"));
  }
}
