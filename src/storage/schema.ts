/** The D1 tables as drizzle sees them. migrations/ is the truth; a test holds the two together. */
export * from "./schema/contents.ts";
export * from "./schema/insight.ts";
export * from "./schema/people.ts";
export * from "./schema/visits.ts";
export * from "./schema/work.ts";
export * from "./schema/workspaces.ts";
