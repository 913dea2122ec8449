import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { createLink } from "../../usecases/links/create-link.ts";
import { createLinks } from "../../usecases/links/create-links.ts";
import { deleteLink } from "../../usecases/links/delete-link.ts";
import { drawLinkQr } from "../../usecases/links/draw-qr.ts";
import { getLink } from "../../usecases/links/get-link.ts";
import { listLinks } from "../../usecases/links/list-links.ts";
import { updateLink } from "../../usecases/links/update-link.ts";
import type { ManagementEnv } from "../services.ts";
import { define, defineEmpty, problemSchema, requireScope, z } from "./define.ts";
import { contactId, contentId, json, linkCode, page, pageQuery, senderId, time } from "./fields.ts";
import { channel } from "./variants.ts";

const newLink = z
  .object({
    contentId: contentId.optional(),
    url: z.string().max(2000).optional(),
    senderId,
    channel: channel.optional(),
    contactId: contactId.nullish(),
    expiresAt: time.nullish(),
    maxClicks: z.int().min(1).max(1_000_000).nullish(),
    paused: z.boolean().optional(),
  })
  .openapi("NewLink", { example: { contentId: "a…", senderId: "a…", channel: "moments" } });

const linkChange = z
  .object({
    expiresAt: time.nullish(),
    maxClicks: z.int().min(1).max(1_000_000).nullish(),
    paused: z.boolean().optional(),
  })
  .openapi("LinkChange", { example: { paused: true } });

const link = z
  .object({
    code: z.string(),
    url: z.string(),
    qrUrl: z.string(),
    contentId: z.string().nullable(),
    targetUrl: z.string().nullable(),
    senderId: z.string(),
    channel: z.string(),
    contactId: z.string().nullable(),
    expiresAt: z.string().nullable(),
    maxClicks: z.int().nullable(),
    paused: z.boolean(),
    clicks: z.int(),
    botClicks: z.int(),
    opens: z.int(),
    createdAt: z.string(),
  })
  .openapi("Link");

const bulkResult = z.object({
  results: z.array(
    z.union([
      z.object({ index: z.int(), status: z.enum(["created", "existing"]), link }),
      z.object({
        index: z.int(),
        status: z.literal("failed"),
        error: z.object({ code: z.string(), detail: z.string() }),
      }),
    ]),
  ),
});

const tag = "Links";
const byCode = { params: z.object({ code: linkCode }) };

const create = define({
  method: "post",
  path: "/v1/links",
  scope: "write",
  tag,
  summary: "Make a link; the same target, sender, channel and contact give the same link",
  request: json(newLink),
  status: 201,
  answer: link,
  also: { statuses: { 200: "The link that exists already" } },
});

const bulk = define({
  method: "post",
  path: "/v1/links/bulk",
  scope: "write",
  tag,
  summary: "Make up to 200 links, with a result for each",
  request: json(
    z.object({ links: z.array(newLink).min(1).max(200) }).openapi("NewLinks", {
      example: { links: [{ url: "https://example.com/", senderId: "a…" }] },
    }),
  ),
  status: 200,
  answer: bulkResult,
});

const list = define({
  method: "get",
  path: "/v1/links",
  scope: "read",
  tag,
  summary: "List links, the newest first",
  request: {
    query: pageQuery.extend({ contentId: contentId.optional(), senderId: senderId.optional() }),
  },
  status: 200,
  answer: page(link),
});

const read = define({
  method: "get",
  path: "/v1/links/{code}",
  scope: "read",
  tag,
  summary: "Read a link and its counters",
  request: byCode,
  status: 200,
  answer: link,
});

const update = define({
  method: "patch",
  path: "/v1/links/{code}",
  scope: "write",
  tag,
  summary: "Pause a link, or change its expiry or cap",
  request: { ...byCode, ...json(linkChange) },
  status: 200,
  answer: link,
});

const remove = defineEmpty({
  method: "delete",
  path: "/v1/links/{code}",
  scope: "write",
  tag,
  summary: "Delete a link: readers get 404, what was read stays",
  request: byCode,
});

/** A route that draws a link's QR code: no JSON, so not one of `define`'s. */
const drawing = <P extends string>(path: P, type: string, summary: string) =>
  createRoute({
    method: "get",
    path,
    tags: [tag],
    summary,
    security: [{ apiKey: [] }],
    "x-scope": "read",
    request: byCode,
    middleware: [requireScope("read")] as const,
    responses: {
      200: { description: summary, content: { [type]: { schema: z.string() } } },
      default: {
        description: "What went wrong, and what to do",
        content: { "application/problem+json": { schema: problemSchema } },
      },
    },
  });

const qrSvg = drawing("/v1/links/{code}/qr.svg", "image/svg+xml", "The link's QR code as SVG");
const qrPng = drawing("/v1/links/{code}/qr.png", "image/png", "The link's QR code as PNG");

export function addLinkRoutes(api: OpenAPIHono<ManagementEnv>): void {
  api.openapi(create, async (c) => {
    const { created, link: made } = await createLink(c.get("caller"), c.req.valid("json"));
    return created ? c.json(made, 201) : (c.json(made, 200) as never);
  });
  api.openapi(bulk, async (c) =>
    c.json(await createLinks(c.get("caller"), c.req.valid("json").links), 200),
  );
  api.openapi(list, async (c) =>
    c.json(await listLinks(c.get("caller"), c.req.valid("query")), 200),
  );
  api.openapi(read, async (c) =>
    c.json(await getLink(c.get("caller"), c.req.valid("param").code), 200),
  );
  api.openapi(update, async (c) => {
    const { code } = c.req.valid("param");
    return c.json(await updateLink(c.get("caller"), code, c.req.valid("json")), 200);
  });
  api.openapi(remove, async (c) => {
    await deleteLink(c.get("caller"), c.req.valid("param").code);
    return c.body(null, 204);
  });
  api.openapi(qrSvg, async (c) => {
    const image = await drawLinkQr(c.get("caller"), c.req.valid("param").code, "svg");
    return new Response(image, { headers: { "Content-Type": "image/svg+xml" } }) as never;
  });
  api.openapi(qrPng, async (c) => {
    const image = await drawLinkQr(c.get("caller"), c.req.valid("param").code, "png");
    return new Response(image, { headers: { "Content-Type": "image/png" } }) as never;
  });
}
