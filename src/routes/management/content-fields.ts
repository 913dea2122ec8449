/** A content as calls take and answer it. */
import { contentKinds, contentStatuses, imageDeals, purposes } from "../../domain/vocabulary.ts";
import { maxCaptionCharacters, maxDraftCharacters } from "../../usecases/contents/check-drafts.ts";
import { z } from "./define.ts";
import { name } from "./fields.ts";
import { image } from "./images.ts";

const body = z.string().min(1).max(200_000);
/** As many wordings as a content has. */
export const mostDrafts = 20;
export const drafts = z.array(z.string().max(maxDraftCharacters)).min(1).max(mostDrafts);
const topics = z.array(z.string().trim().min(1).max(40)).max(20);
const purpose = z.enum(purposes);
const kind = z.enum(contentKinds).nullish().openapi({
  description:
    "What the content is, which decides what its senders are asked for a line of their own; guessed from its words where you do not say, and again with null",
});
const imageDeal = z.enum(imageDeals).openapi({
  description:
    "Of several pictures each sender shows: same, all as they are here; order, all in an order of their own; one, one of them. Dealt evenly within each team when the content is published",
});
const language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Use a language tag such as zh-CN or en.");

export const newContent = z
  .object({
    title: name,
    body: body.openapi({ description: "Markdown; its headings make the sections" }),
    drafts: drafts.openapi({
      description: `Complete wordings of the caption, with {a|b} slots; at most ${maxCaptionCharacters} characters together`,
    }),
    topics: topics.optional(),
    purpose: purpose.nullish(),
    kind,
    language: language.optional(),
    imageDeal: imageDeal.optional(),
  })
  .openapi("NewContent", {
    example: {
      title: "Three steps to a five-year-old's creativity",
      body: "## Look\n\nSit beside them.\n\n## Ask\n\nAsk what happens next.",
      drafts: ["{Worth|Well worth} a read tonight: three small steps {for|with} a five-year-old."],
      topics: ["creativity"],
    },
  });

export const contentChange = z
  .object({
    title: name.optional(),
    body: body.optional(),
    drafts: drafts.optional(),
    topics: topics.optional(),
    purpose: purpose.nullish(),
    kind,
    language: language.optional(),
    imageDeal: imageDeal.optional(),
    revision: z.string().max(40).optional().openapi({
      description: "The revision that you read: 409 where somebody has changed the content since",
    }),
  })
  .openapi("ContentChange", { example: { title: "A new title" } });

export const summary = z
  .object({
    id: z.string(),
    title: z.string(),
    topics: z.array(z.string()),
    purpose: purpose.nullable(),
    kind: z.enum(contentKinds),
    kindGuessed: z.boolean().openapi({ description: "From its words, until you say it" }),
    language: z.string(),
    draftVersion: z.int(),
    revision: z.string().openapi({ description: "Another one whenever the draft changes" }),
    publishedVersion: z.int().nullable(),
    status: z.enum(contentStatuses),
    publishAt: z.string().nullable().openapi({
      description: "When the version that waits goes out; null where none does",
    }),
    imageDeal,
    images: z.array(image),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .openapi("ContentSummary");

export const content = summary
  .extend({
    body: z.string(),
    drafts: z.array(z.string()),
    sections: z.array(z.object({ id: z.string(), heading: z.string(), expectedMs: z.int() })),
  })
  .openapi("Content");
