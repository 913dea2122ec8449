import type { OpenAPIHono } from "@hono/zod-openapi";
import { channelPattern } from "../../domain/vocabulary.ts";
import { getVariant } from "../../usecases/variants/get-variant.ts";
import { listVariants } from "../../usecases/variants/list-variants.ts";
import { makeVariant } from "../../usecases/variants/make-variant.ts";
import type { ManagementEnv } from "../services.ts";
import { prefersCsv, toCsv } from "./csv.ts";
import { define, serve, show, z } from "./define.ts";
import { contentId, page, pageQuery, senderId } from "./fields.ts";

export const channel = z
  .string()
  .max(80)
  .regex(channelPattern, "Use moments, chat, group, group:NAME, print or other.");

const sized = z.object({ url: z.string(), width: z.int(), height: z.int() });

const variant = z
  .object({
    senderId: z.string(),
    version: z.int(),
    caption: z.string().openapi({
      description:
        "With the sender's first words, last words and signature. A line that they write for this content alone is theirs: their kit puts it before the caption, and it is not in here",
    }),
    draft: z.int(),
    slots: z.array(z.object({ slotId: z.string(), option: z.int() })),
    images: z.array(
      sized.extend({
        id: z.string().openapi({ description: "Of which image of the content it is" }),
        preview: sized.openapi({ description: "At most 1,200 pixels wide, for eyes" }),
        thumbnail: sized.openapi({ description: "At most 300 pixels wide" }),
      }),
    ),
    link: z.object({ code: z.string(), url: z.string() }),
    fold: z.object({ lines: z.int(), chars: z.int(), folded: z.boolean() }),
  })
  .openapi("Variant");

const listed = z.object({
  sender: z.object({ id: z.string(), name: z.string(), team: z.string().nullable() }),
  variant: variant.nullable(),
});

const tag = "Variants";

const read = define({
  method: "get",
  path: "/v1/contents/{id}/variants/{senderId}",
  scope: "read",
  tag,
  summary: "One sender's caption, images and link, as they were made at publishing; makes nothing",
  request: {
    params: z.object({ id: contentId, senderId }),
    query: z.object({ channel: channel.optional() }),
  },
  answer: variant,
});

const make = define({
  method: "post",
  path: "/v1/contents/{id}/variants/{senderId}",
  scope: "write",
  tag,
  summary: "The same; what it lacks, a wording or a link in that channel, is made",
  request: {
    params: z.object({ id: contentId, senderId }),
    query: z.object({ channel: channel.optional() }),
  },
  answer: variant,
});

const list = define({
  method: "get",
  path: "/v1/contents/{id}/variants",
  scope: "read",
  isHeavy: true,
  tag,
  summary: "Every sender's variant, paged; as CSV with Accept: text/csv",
  request: {
    params: z.object({ id: contentId }),
    query: pageQuery.extend({ channel: channel.optional() }),
  },
  answer: page(listed),
  types: { "text/csv": z.string() },
});

export function addVariantRoutes(api: OpenAPIHono<ManagementEnv>): void {
  show(api, read, (c) => {
    const { id, senderId: sender } = c.req.valid("param");
    return getVariant(c.get("caller"), id, sender, c.req.valid("query").channel);
  });
  serve(api, make, (c) => {
    const { id, senderId: sender } = c.req.valid("param");
    return makeVariant(c.get("caller"), id, sender, c.req.valid("query").channel);
  });
  show(api, list, async (c) => {
    const { id } = c.req.valid("param");
    const variants = await listVariants(c.get("caller"), id, c.req.valid("query"));
    if (!prefersCsv(c.req.header("Accept"))) return variants;
    const rows = variants.items.map(({ sender, variant: one }) => [
      sender.id,
      sender.name,
      sender.team ?? "",
      one?.caption ?? "",
      one?.link.url ?? "",
      one?.images.map(({ url }) => url).join(" ") ?? "",
    ]);
    const csv = toCsv([["senderId", "name", "team", "caption", "link", "images"], ...rows]);
    const headers = {
      "Content-Type": "text/csv; charset=utf-8",
      "X-Next-Cursor": variants.nextCursor ?? "",
    };
    return new Response(csv, { headers });
  });
}
