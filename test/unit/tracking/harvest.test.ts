import { describe, expect, test } from "vitest";
import {
  type ContactId,
  type ContentId,
  knownId,
  type LinkCode,
  type RefId,
  type SenderId,
  type TargetId,
  type ViewerId,
  type VisitId,
  type WorkspaceId,
} from "../../../src/domain/ids.ts";
import { duration, instant, quarterHour } from "../../../src/domain/units.ts";
import type { VisitClaims } from "../../../src/domain/visit.ts";
import {
  type Batch,
  type ConsentAnswer,
  codesOf,
  foldHarvest,
  type LinkFacts,
  refsOf,
} from "../../../src/tracking/harvest.ts";
import type { BeatMessage } from "../../../src/tracking/merge.ts";
import { claimsOf, START_MS } from "./support.ts";

const [own, parent] = [knownId<RefId>("AQEBAQEB"), knownId<RefId>("AgICAgIC")];
const hashes = new Map([
  [own, "hash of own"],
  [parent, "hash of parent"],
]);
const viewer = knownId<ViewerId>("aViewer");
const link: LinkFacts = {
  code: knownId<LinkCode>("aCode"),
  workspaceId: knownId<WorkspaceId>("aWork"),
  target: knownId<TargetId>("aContent"),
  contentId: knownId<ContentId>("aContent"),
  senderId: knownId<SenderId>("aSender"),
  channel: "chat",
  contactId: knownId<ContactId>("aContact"),
};
const links = new Map([[link.code, link]]);

const beatOf = (
  claims: Partial<VisitClaims> = {},
  more: Partial<BeatMessage> = {},
): BeatMessage => ({
  claims: claimsOf(claims),
  receivedAt: instant(START_MS + 5000),
  seq: 1,
  end: false,
  engagedMs: duration(4000),
  idleMs: duration(0),
  trustMs: duration(0),
  scroll: 500,
  sections: [duration(4000)],
  wasCut: false,
  device: "phone",
  app: "wechat",
  isBot: false,
  ...more,
});
const answerOf = (
  choice: boolean,
  claims: Partial<VisitClaims> = {},
  after = 3000,
): ConsentAnswer => ({
  claims: claimsOf(claims),
  id: "aAnswer",
  answeredAt: instant(START_MS + after),
  choice,
  viewerId: choice ? viewer : null,
  textVersion: "2026-11",
  language: "zh",
  textHash: "",
});
const fold = ({ beats = [], consents = [] }: Partial<Batch>) =>
  foldHarvest({ beats, consents }, links, hashes);

describe("a visit", () => {
  test("without a viewer keeps nothing that leads to a reader", () => {
    const { visits, viewers, nodes } = fold({ beats: [beatOf()] });
    expect(visits).toMatchObject([
      {
        rung: "aggregate",
        code: null,
        viewerId: null,
        refHash: null,
        parentHash: null,
        startedAt: null,
        quarter: quarterHour(START_MS),
        engagedMs: 4000,
        channel: "chat",
      },
    ]);
    expect(viewers).toEqual([]);
    expect(nodes).toMatchObject([{ refHash: "hash of own", viewerId: null }]);
  });

  test("of a viewer keeps them, their link, their ref and when they came", () => {
    const { visits, viewers, nodes } = fold({ beats: [beatOf({ viewerId: viewer, parent })] });
    expect(visits).toMatchObject([
      {
        rung: "anonymous",
        code: "aCode",
        viewerId: viewer,
        refHash: "hash of own",
        parentHash: "hash of parent",
        startedAt: START_MS,
      },
    ]);
    expect(nodes).toMatchObject([{ viewerId: viewer, parentHash: "hash of parent" }]);
    // Reached through somebody's share: not the contact that the link was made for.
    expect(viewers).toMatchObject([{ id: viewer, contactId: null }]);
  });

  test("through a contact's link itself is the contact's", () => {
    expect(fold({ beats: [beatOf({ viewerId: viewer })] }).viewers).toMatchObject([
      { id: viewer, contactId: "aContact" },
    ]);
  });

  test("is one row, whatever number of beats", () => {
    const beats = [1, 2, 3].map((seq) => beatOf({}, { seq, engagedMs: duration(seq * 1000) }));
    expect(fold({ beats }).visits).toMatchObject([{ seq: 3, engagedMs: 3000 }]);
  });

  test("of a link that is gone is left out, and so is its answer", () => {
    const claims = { code: knownId<LinkCode>("aGone") };
    const harvest = fold({ beats: [beatOf(claims)], consents: [answerOf(true, claims)] });
    expect(Object.values(harvest).flat()).toEqual([]);
  });

  test.each([
    ["a bot's", { isBot: true }, {}],
    ["one that its beats show to be a bot's", {}, { isBot: true }],
    ["the sender's own", { isOwn: true }, {}],
    ["a preview", { isPreview: true }, {}],
  ])("that is %s has no goals and no place in the tree", (_, claims, more) => {
    const goal = { name: "call" };
    const { visits, goals, nodes } = fold({ beats: [beatOf(claims, { ...more, goal })] });
    expect(visits).toHaveLength(1);
    expect([...goals, ...nodes]).toEqual([]);
  });

  test("that is a machine's is told, so that what it counted as before can be taken back", () => {
    expect(fold({ beats: [beatOf({}, { isBot: true })] }).machines).toMatchObject([
      { refHash: "hash of own" },
    ]);
    expect(fold({ beats: [beatOf()] }).machines).toEqual([]);
  });

  test("hands on a place whatever it tells: by the visit's row it is decided whether it is a read", () => {
    const short = { engagedMs: duration(999) };
    expect(fold({ beats: [beatOf({}, short)] }).nodes).toHaveLength(1);
    expect(fold({ beats: [beatOf({ viewerId: viewer }, short)] }).nodes).toHaveLength(1);
  });

  test("takes its goals along", () => {
    const beats = [
      beatOf({}, { goal: { name: "buy", value: 3 } }),
      beatOf({}, { goal: { name: "call" } }),
    ];
    expect(fold({ beats }).goals).toMatchObject([
      { name: "buy", value: 3 },
      { name: "call", value: null },
    ]);
  });
});

describe("an answer to the notice", () => {
  test("gives the visit its viewer, before any beat too", () => {
    const { visits, answered, consents } = fold({ consents: [answerOf(true)] });
    expect(visits).toMatchObject([{ rung: "anonymous", viewerId: viewer, seq: 0 }]);
    expect(answered).toEqual(visits);
    expect(consents).toEqual([
      {
        id: "aAnswer",
        workspaceId: "aWork",
        viewerId: viewer,
        choice: true,
        answeredAt: START_MS + 3000,
        textVersion: "2026-11",
        language: "zh",
        textHash: "",
      },
    ]);
  });

  test("that is no takes the visit's viewer away, and says which node must be nameless", () => {
    const known = { viewerId: viewer };
    const { visits, refusals, viewers } = fold({
      beats: [beatOf(known)],
      consents: [answerOf(false, known)],
    });
    expect(visits).toMatchObject([{ rung: "aggregate", viewerId: null, refused: true }]);
    expect(refusals).toMatchObject([{ refHash: "hash of own", viewerId: viewer }]);
    expect(viewers).toEqual([]);
  });

  test("counts once per visit: the latest, however they arrive, and with it its proof", () => {
    const answers = [answerOf(true, {}, 1000), answerOf(false, {}, 2000), answerOf(true, {}, 3000)];
    for (const consents of [answers, answers.toReversed()]) {
      const harvest = fold({ consents });
      expect(harvest.visits).toMatchObject([{ rung: "anonymous", refused: false }]);
      expect(harvest.consents).toMatchObject([{ choice: true, answeredAt: START_MS + 3000 }]);
      expect(harvest.refusals).toEqual([]);
      const before = fold({ consents: consents.filter((one) => one !== answers[2]) });
      expect(before.visits).toMatchObject([{ rung: "aggregate", refused: true }]);
      expect(before.consents).toMatchObject([{ choice: false }]);
    }
  });

  test("that is no wins over a yes of the same moment", () => {
    for (const consents of [
      [answerOf(true), answerOf(false)],
      [answerOf(false), answerOf(true)],
    ]) {
      expect(fold({ consents }).visits).toMatchObject([{ rung: "aggregate", refused: true }]);
    }
  });
});

test("a batch names its links and its refs, each once", () => {
  const second = knownId<VisitId>("aVisit2");
  const batch = {
    beats: [beatOf({ parent }), beatOf({ visitId: second, parent })],
    consents: [answerOf(true)],
  };
  expect([...codesOf(batch)]).toEqual(["aCode"]);
  expect([...refsOf(batch)]).toEqual([own, parent]);
});
