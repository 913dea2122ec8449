/** What a batch of messages comes down to: the rows it writes, and nothing that a rung forbids. */
import type {
  ContentId,
  LinkCode,
  Ms,
  SenderId,
  TargetId,
  ViewerId,
  VisitId,
  WorkspaceId,
} from "./ids.ts";
import type { Rung } from "./schema.ts";

/** What a batch of messages says of one visit: totals, and what its rung allows to be kept. */
export type VisitRecord = {
  target: TargetId;
  quarter: Ms;
  id: VisitId;
  workspaceId: WorkspaceId;
  contentId: ContentId | null;
  version: number;
  senderId: SenderId;
  channel: string;
  rung: Rung;
  refused: boolean;
  code: LinkCode | null;
  viewerId: ViewerId | null;
  refHash: string | null;
  parentHash: string | null;
  startedAt: Ms | null;
  lastBeatAt: Ms;
  engagedMs: Ms;
  scroll: number;
  sections: Ms[];
  seq: number;
  endSeq: number;
  wasCut: boolean;
  app: string;
  device: string;
  bot: boolean;
  own: boolean;
};

/** A place in a spread tree. */
export type SpreadNode = {
  target: TargetId;
  refHash: string;
  parentHash: string | null;
  workspaceId: WorkspaceId;
  rootCode: LinkCode;
  senderId: SenderId;
  viewerId: ViewerId | null;
  quarter: Ms;
  visitId: VisitId;
};

export type NewViewer = {
  id: ViewerId;
  workspaceId: WorkspaceId;
  contactId: string | null;
  /** The visit that made them a viewer. */
  target: TargetId;
  quarter: Ms;
  visitId: VisitId;
};
export type GoalRecord = {
  visitId: VisitId;
  name: string;
  workspaceId: WorkspaceId;
  target: TargetId;
  senderId: SenderId;
  value: number | null;
  quarter: Ms;
};
export type ConsentRecord = {
  id: string;
  workspaceId: WorkspaceId;
  viewerId: ViewerId | null;
  choice: boolean;
  textVersion: string;
  language: string;
  answeredAt: Ms;
};

/** A visit whose reader refused: which node and viewer it must no longer lead to. */
export type Refusal = {
  target: TargetId;
  quarter: Ms;
  visitId: VisitId;
  refHash: string | null;
  viewerId: ViewerId | null;
};

/** What came out of the queue, ready to be written as one transaction. */
export type Harvest = {
  visits: VisitRecord[];
  /** The visits among them whose reader answered the notice, with what the answer allows. */
  answered: VisitRecord[];
  refusals: Refusal[];
  nodes: SpreadNode[];
  viewers: NewViewer[];
  consents: ConsentRecord[];
  goals: GoalRecord[];
};
