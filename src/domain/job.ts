/** Work that outlives the call that asked for it. Its truth is a row; a queue only wakes it. */

import type { ContentId, ImageId, SenderId, TagRuleId, ViewerId } from "./ids.ts";
import type { QueueName } from "./queue.ts";
import type { Instant } from "./units.ts";

/** From a content's draft to an immutable version. */
export type PublishInput = {
  contentId: ContentId;
  acceptAchieved: boolean;
  /** When its version goes out; as soon as it is made where this is absent. */
  at?: Instant | undefined;
};
/** How many senders a content's draft serves. */
export type CapacityInput = { contentId: ContentId };
/** From an upload to the base of which every sender's picture is made. */
export type IngestInput = { contentId: ContentId; imageId: ImageId; mediaKey: string };
/** A content's sums, from its visits. */
export type RebuildInput = { contentId: ContentId };

/** A wording and a link of what is shared now for senders who came after it was published. */
export type DealInput = { senderIds: SenderId[] };

/** Points by a rule for all that there is of viewers' history. */
export type DateBackInput = { ruleId: TagRuleId };

/** Options for the sentences of a draft, by the deployment's model; of every draft where none is named. */
export type ProposeInput = { contentId: ContentId; draft: number | null };

/** Somebody whom a call could not erase; the row goes with them. */
export type EraseInput = { viewerId: ViewerId };

/** What each kind of job is given; part of its row. */
export type JobInputs = {
  publish: PublishInput;
  capacity: CapacityInput;
  ingest: IngestInput;
  deal: DealInput;
  "rebuild-rollups": RebuildInput;
  "date-back-tags": DateBackInput;
  propose: ProposeInput;
  erase: EraseInput;
};
export type JobKind = keyof JobInputs;

/** Which queue wakes a kind of job: `uploads` runs one at a time, since one may take 96 MB. */
export const jobQueues = {
  publish: "jobs",
  capacity: "jobs",
  deal: "jobs",
  ingest: "uploads",
  "rebuild-rollups": "jobs",
  "date-back-tags": "jobs",
  propose: "jobs",
  erase: "jobs",
} as const satisfies Record<JobKind, QueueName>;

export const jobKinds = Object.keys(jobQueues) as JobKind[];

/** A kind with its own input, and no other's. */
export type JobTask = { [Kind in JobKind]: { kind: Kind; input: JobInputs[Kind] } }[JobKind];
