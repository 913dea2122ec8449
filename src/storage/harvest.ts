/** What a batch of messages comes down to: the rows it writes, and nothing that a rung forbids. */
import type {
  ContactId,
  LinkCode,
  SenderId,
  TargetId,
  ViewerId,
  VisitId,
  WorkspaceId,
} from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import type { Visit } from "../domain/visit.ts";

/** A place in a spread tree. */
export type SpreadNode = {
  target: TargetId;
  refHash: string;
  parentHash: string | null;
  workspaceId: WorkspaceId;
  rootCode: LinkCode;
  senderId: SenderId;
  viewerId: ViewerId | null;
  quarter: Instant;
  visitId: VisitId;
};

export type NewViewer = {
  id: ViewerId;
  workspaceId: WorkspaceId;
  contactId: ContactId | null;
  /** The visit that made them a viewer. */
  target: TargetId;
  quarter: Instant;
  visitId: VisitId;
};
export type GoalRecord = {
  visitId: VisitId;
  name: string;
  workspaceId: WorkspaceId;
  target: TargetId;
  senderId: SenderId;
  value: number | null;
  quarter: Instant;
};
export type ConsentRecord = {
  id: string;
  workspaceId: WorkspaceId;
  viewerId: ViewerId | null;
  choice: boolean;
  textVersion: string;
  language: string;
  answeredAt: Instant;
};

/** A visit whose reader refused: which node and viewer it must no longer lead to. */
export type Refusal = {
  target: TargetId;
  quarter: Instant;
  visitId: VisitId;
  refHash: string | null;
  viewerId: ViewerId | null;
};

/** What came out of the queue, ready to be written as one transaction. */
export type Harvest = {
  visits: Visit[];
  /** The visits among them whose reader answered the notice, with what the answer allows. */
  answered: Visit[];
  refusals: Refusal[];
  nodes: SpreadNode[];
  viewers: NewViewer[];
  consents: ConsentRecord[];
  goals: GoalRecord[];
};
