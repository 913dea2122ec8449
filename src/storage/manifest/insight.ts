/** Lines of what is made of readers' visits: tags, ways through trees, lists for the day. */
import type * as schema from "../schema.ts";
import type { LineOf, TableLine } from "./line.ts";

/** Of viewers alone, and gone with them. */
const ofViewers = {
  basis: "consent",
  sees: "its sender and the workspace",
  erasing: "row",
  exports: true,
} satisfies Omit<TableLine, "purpose" | "kept" | "columns">;

/** What says nothing about a person. */
const ofNobody = {
  basis: "none",
  sees: "workspace",
  erasing: "stays",
  exports: false,
} satisfies Omit<TableLine, "purpose" | "kept" | "columns">;

export const tagRules: LineOf<typeof schema.tagRules> = {
  ...ofNobody,
  purpose: "What a workspace wants to know of its readers: rules that give tags, as drafts",
  kept: { by: "hand" },
  columns: {
    id: "fact",
    workspaceId: "inner",
    draft: "fact",
    publishedVersion: "fact",
    createdAt: "fact",
    updatedAt: "fact",
    deletedAt: "fact",
  },
};

export const tagRuleVersions: LineOf<typeof schema.tagRuleVersions> = {
  ...ofNobody,
  purpose: "Rules as they were published, by which scores are explained",
  kept: { by: "good" },
  columns: {
    ruleId: "fact",
    version: "fact",
    workspaceId: "inner",
    rule: "fact",
    since: "fact",
    until: "fact",
    publishedAt: "fact",
  },
};

export const tagAwards: LineOf<typeof schema.tagAwards> = {
  ...ofViewers,
  purpose:
    "What a viewer is interested in: the points of a tag, for which visit, with the evidence",
  kept: { by: "viewer" },
  columns: {
    viewerId: "viewer",
    ruleId: "fact",
    version: "fact",
    tag: "personal",
    source: "inner",
    seq: "inner",
    workspaceId: "inner",
    points: "personal",
    at: "personal",
    recordedAt: "fact",
    evidence: "personal",
  },
};

export const spreadTouches: LineOf<typeof schema.spreadTouches> = {
  ...ofViewers,
  purpose: "The ways by which a viewer came to a content, as keyed hashes",
  kept: { by: "retention", since: "at" },
  columns: {
    target: "fact",
    refHash: "inner",
    parentHash: "inner",
    workspaceId: "inner",
    rootCode: "fact",
    viewerId: "viewer",
    at: "personal",
  },
};

export const viewerContents: LineOf<typeof schema.viewerContents> = {
  ...ofViewers,
  purpose: "What a viewer read of each content, summed up",
  kept: { by: "retention", since: "last_at" },
  columns: {
    viewerId: "viewer",
    target: "personal",
    workspaceId: "inner",
    senderId: "fact",
    firstAt: "personal",
    lastAt: "personal",
    reads: "personal",
    engagedMs: "personal",
    completion: "personal",
    qualified: "personal",
    converted: "personal",
  },
};

export const briefings: LineOf<typeof schema.briefings> = {
  ...ofNobody,
  purpose: "That a sender's list for a day was made",
  kept: { by: "good" },
  columns: { senderId: "fact", date: "fact", workspaceId: "inner", madeAt: "fact" },
};

export const briefingItems: LineOf<typeof schema.briefingItems> = {
  ...ofViewers,
  purpose: "Whom a sender turns to on a day and why, or why not, and what came of it",
  kept: { by: "retention", since: "made_at" },
  columns: {
    id: "fact",
    workspaceId: "inner",
    senderId: "fact",
    date: "fact",
    viewerId: "viewer",
    place: "fact",
    leftOut: "fact",
    line: "personal",
    state: "fact",
    outcome: "personal",
    settledAt: "fact",
    snoozedUntil: "fact",
    madeAt: "fact",
  },
};

export const alerts: LineOf<typeof schema.alerts> = {
  ...ofViewers,
  purpose: "That a sender was told at once of a tag which a viewer's visit had earned",
  kept: { by: "retention", since: "told_at" },
  columns: {
    id: "fact",
    workspaceId: "inner",
    senderId: "fact",
    viewerId: "viewer",
    target: "personal",
    quarter: "personal",
    visitId: "visit",
    ruleId: "fact",
    tag: "personal",
    toldAt: "personal",
  },
};
