import type { ContentId } from "../../domain/ids.ts";
import type { ContentKind, ImageDeal, Purpose } from "../../domain/vocabulary.ts";
import { type Content, createContent as insertContent } from "../../storage/contents.ts";
import { newId } from "../../storage/new-id.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { checkDrafts } from "./check-drafts.ts";
import { viewContent } from "./content-view.ts";
import { kindOf } from "./guess-kind.ts";
import { guessLanguage } from "./guess-language.ts";
import { deriveSections } from "./sections.ts";

export type NewContent = {
  title: string;
  body: string;
  drafts: string[];
  topics?: string[] | undefined;
  purpose?: Purpose | null | undefined;
  /** Null for what its words look like. */
  kind?: ContentKind | null | undefined;
  imageDeal?: ImageDeal | undefined;
  language?: string | undefined;
};

/** Adds a content as a draft. Throws `invalid` with positions where a caption's markup is wrong. */
export async function createContent(caller: Caller, input: NewContent) {
  requireScope(caller, "write");
  checkDrafts(caller, { drafts: input.drafts, vetoes: [], apart: [] });
  const now = caller.now();
  const row: Content = {
    id: newId<ContentId>(caller.scope.shard),
    workspaceId: caller.scope.workspaceId,
    title: input.title,
    body: input.body,
    sections: deriveSections(input.body, []),
    drafts: input.drafts,
    topics: input.topics ?? [],
    purpose: input.purpose ?? null,
    language: input.language ?? guessLanguage(`${input.title}\n${input.body}`),
    draftVersion: 1,
    publishedVersion: null,
    compilingJobId: null,
    waiting: null,
    capacity: null,
    withdrawnAt: null,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    vetoes: [],
    apart: [],
    imageDeal: input.imageDeal ?? "same",
    ...kindOf(input),
  };
  return await write(caller, {
    statements: [insertContent(caller.scope, row)],
    outcome: "created",
    answer: await viewContent(caller, row, []),
    audit: { verb: "content.create", subject: row.id },
  });
}
