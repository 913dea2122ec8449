/** Schemas of fields that many calls share. */

import { z } from "@hono/zod-openapi";
import type {
  AnyId,
  ApiKeyId,
  ContactId,
  ContentId,
  ImageId,
  JobId,
  LinkCode,
  SenderId,
  ViewerId,
} from "../../domain/ids.ts";

/** An id: opaque to callers; its kind is only a type. */
const id = <Id extends AnyId>() =>
  z.string().min(2).max(40) as unknown as z.ZodType<Id, string> & z.ZodString;

export const apiKeyId = id<ApiKeyId>();
export const senderId = id<SenderId>();
export const contactId = id<ContactId>();
export const contentId = id<ContentId>();
export const imageId = id<ImageId>();
export const jobId = id<JobId>();
export const linkCode = id<LinkCode>();
export const viewerId = id<ViewerId>();

export const name = z.string().trim().min(1).max(120);
export const time = z.iso.datetime({ offset: true });
/** Text that may be emptied, by null or by "". */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => (text === "" ? null : text));

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
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
