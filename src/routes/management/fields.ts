/** Schemas of fields that many calls share. */

import { z } from "@hono/zod-openapi";
import {
  type AnyId,
  type ApiKeyId,
  type BriefingItemId,
  type ContactId,
  type ContentId,
  hasIdLength,
  type ImageId,
  type JobId,
  type LinkCode,
  longestId,
  type MemberId,
  type SenderId,
  shortestId,
  type TagRuleId,
  type ViewerId,
  type VisitId,
  type WorkspaceId,
} from "../../domain/ids.ts";
import { invisible, isBlank } from "../../domain/invisible.ts";

/** An id: opaque to callers; its kind is only a type. The length alone is told of one that is too long or too short. */
const id = <Id extends AnyId>() =>
  z
    .string()
    .min(shortestId, { abort: true })
    .max(longestId, { abort: true })
    .refine(hasIdLength<Id>);

export const apiKeyId = id<ApiKeyId>();
export const senderId = id<SenderId>();
export const contactId = id<ContactId>();
export const contentId = id<ContentId>();
export const imageId = id<ImageId>();
export const jobId = id<JobId>();
export const linkCode = id<LinkCode>();
export const memberId = id<MemberId>();
export const briefingItemId = id<BriefingItemId>();
export const tagRuleId = id<TagRuleId>();
export const viewerId = id<ViewerId>();
export const visitId = id<VisitId>();
export const workspaceId = id<WorkspaceId>();

/** Text of one line that people see; what cannot be seen in it is refused. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !invisible.test(text), {
      message:
        "Take out the characters that cannot be seen or that turn the direction of the text.",
    });

export const name = line(120)
  .min(1)
  .refine((text) => text === "" || !isBlank(text), {
    message: "Write something that can be seen.",
  });
/** When something ends by itself. */
export const expiry = z.iso
  .datetime({ offset: true })
  .openapi({ description: "A time to come, at most ten years ahead" });
/** A time, or a date, which stands for its first moment in the workspace's timezone; a bare "+" came as a space. */
export const timeOrDate = z
  .string()
  .max(40)
  .regex(
    /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+ -]\d\d:?\d\d))?$/i,
    "Use a time such as 2026-11-01T08:00:00+08:00, or a date such as 2026-11-01.",
  )
  .openapi({ example: "2026-11-01" });
/** A colour, in any case of its letters. */
export const hexColour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, "Write a colour as #rrggbb, such as #12355b.");
/** Text that may be emptied, by null or by "". */
export const optionalText = (max: number) =>
  line(max)
    .nullish()
    .transform((text) => (text === "" ? null : text));

/** Text of several lines that may be emptied. */
export const optionalProse = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => (text === "" ? null : text));

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50).openapi({
    description:
      "At most; a page of long items ends sooner, where they come to a million characters",
  }),
  cursor: z.string().max(200).optional(),
});

export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const json = <T extends z.ZodType>(schema: T) => ({
  body: { required: true as const, content: { "application/json": { schema } } },
});

/** A body that may be left out whole. */
export const optionalJson = <T extends z.ZodType>(schema: T) => ({
  body: { required: false as const, content: { "application/json": { schema } } },
});

/** Why a job came to nothing: a problem's code, sentence and fields. */
export const failure = z.object({
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

/** Phrases of the lexicon, or single options of one as `phrase>option`, that an author does not want. */
export const vetoes = z.array(z.string().min(1).max(120)).max(500);
