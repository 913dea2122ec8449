/** Lines of the tables that readers leave something in. */
import { visitColumns } from "../../tracking/rungs.ts";
import type * as schema from "../schema.ts";
import type { LineOf } from "./line.ts";

export const viewers: LineOf<typeof schema.viewers> = {
  purpose: "A reader who agreed to be remembered, and who they are as far as that is known",
  basis: "consent",
  kept: { by: "viewer" },
  sees: "its sender and the workspace",
  erasing: "row",
  exports: true,
  columns: {
    id: "viewer",
    workspaceId: "inner",
    contactId: "contact",
    createdAt: "fact",
    certainty: "fact",
    namedBy: "fact",
    namedAt: "fact",
    mergedInto: "viewer",
    mergedAt: "fact",
    withdrawnAt: "fact",
    saidToBe: "viewer",
    lentAt: "inner",
    wasContactId: "contact",
    wasCertainty: "inner",
    wasNamedBy: "inner",
    wasNamedAt: "inner",
  },
};

export const outsideIds: LineOf<typeof schema.outsideIds> = {
  purpose:
    "That a reader said who they are with WeChat or WeCom, and a keyed hash of their id there, by which they are known again",
  basis: "consent",
  kept: { by: "viewer" },
  sees: "nobody",
  erasing: "row",
  exports: true,
  columns: {
    workspaceId: "inner",
    hash: "personal",
    system: "fact",
    viewerId: "viewer",
    signedInAt: "fact",
  },
};

export const tombstones: LineOf<typeof schema.tombstones> = {
  purpose:
    "That somebody was erased, as keyed hashes, so that what comes late does not bring them back",
  basis: "duty",
  kept: { by: "good" },
  sees: "nobody",
  erasing: "stays",
  exports: false,
  columns: { hash: "inner", workspaceId: "inner", at: "inner" },
};

export const consents: LineOf<typeof schema.consents> = {
  purpose:
    "Proof of a reader's latest answer on a visit, and to which words; a refusal names nobody",
  basis: "duty",
  kept: { by: "retention", since: "answered_at", longer: "viewer" },
  sees: "workspace",
  // That somebody once agreed stays provable; who it was does not.
  erasing: "empty",
  exports: true,
  columns: {
    id: "fact",
    workspaceId: "inner",
    viewerId: "viewer",
    choice: "fact",
    textVersion: "fact",
    language: "fact",
    answeredAt: "fact",
    textHash: "fact",
  },
};

/** As tracking/rungs.ts says of each column: what goes with an erasure is personal, what is exported a fact. */
const visitRoles = Object.fromEntries(
  Object.entries(visitColumns).map(([column, { exports, erases }]) => {
    if (column === "id") return [column, "visit"];
    if (column === "viewerId") return [column, "viewer"];
    if (!exports) return [column, "inner"];
    return [column, erases === "goes" ? "personal" : "fact"];
  }),
) as LineOf<typeof schema.visits>["columns"];

export const visits: LineOf<typeof schema.visits> = {
  purpose:
    "What was read, for how long; of readers who did not agree without link, person or minute",
  basis: "consent",
  kept: { by: "retention", since: "quarter" },
  sees: "its sender and the workspace",
  erasing: "row",
  exports: true,
  columns: visitRoles,
};

export const openVisits: LineOf<typeof schema.openVisits> = {
  purpose: "Which visits are not over",
  basis: "interest",
  kept: { by: "visit" },
  sees: "nobody",
  erasing: "row",
  exports: false,
  columns: { target: "inner", quarter: "inner", id: "visit" },
};

export const spreadNodes: LineOf<typeof schema.spreadNodes> = {
  purpose: "Who opened through whom, as keyed hashes; whose it is only after a yes",
  basis: "consent",
  kept: { by: "retention", since: "day" },
  sees: "workspace",
  // A tree stays a tree, with a nameless node.
  erasing: "empty",
  exports: true,
  columns: {
    target: "fact",
    refHash: "inner",
    parentHash: "inner",
    workspaceId: "inner",
    rootCode: "fact",
    senderId: "fact",
    viewerId: "viewer",
    day: "fact",
  },
};

export const spreadShares: LineOf<typeof schema.spreadShares> = {
  purpose:
    "Where a page was passed on to, by keyed hashes of places in trees: whose they are stands elsewhere",
  basis: "interest",
  kept: { by: "retention", since: "day" },
  sees: "workspace",
  // Of a place, which an erasure leaves without a name.
  erasing: "stays",
  exports: false,
  columns: {
    target: "fact",
    refHash: "inner",
    destination: "fact",
    workspaceId: "inner",
    day: "fact",
  },
};

export const goals: LineOf<typeof schema.goals> = {
  purpose: "What a visit reached on a page that reports it",
  basis: "consent",
  kept: { by: "visit" },
  sees: "its sender and the workspace",
  erasing: "row",
  exports: true,
  columns: {
    visitId: "visit",
    name: "fact",
    workspaceId: "inner",
    target: "fact",
    senderId: "fact",
    value: "fact",
    quarter: "fact",
  },
};

export const countedVisits: LineOf<typeof schema.countedVisits> = {
  purpose: "What a visit was added to the sums as, so that nothing is added twice",
  basis: "interest",
  kept: { by: "visit" },
  sees: "nobody",
  erasing: "row",
  exports: false,
  columns: {
    target: "inner",
    quarter: "inner",
    id: "visit",
    workspaceId: "inner",
    version: "inner",
    viewerId: "viewer",
    senderId: "inner",
    channel: "inner",
    app: "inner",
    engagedMs: "inner",
    scroll: "inner",
    sections: "inner",
    doubtful: "inner",
    completion: "inner",
    reached: "inner",
    again: "inner",
  },
};

export const rollups: LineOf<typeof schema.rollups> = {
  purpose:
    "Sums of reads that reports are made of; they name nobody. What people who did not agree read, by sender and day, goes with the visits",
  basis: "none",
  kept: { by: "good" },
  sees: "workspace",
  erasing: "stays",
  exports: false,
  columns: {
    target: "fact",
    part: "fact",
    key: "fact",
    gone: "fact",
    workspaceId: "inner",
    sums: "fact",
    revision: "inner",
  },
};
