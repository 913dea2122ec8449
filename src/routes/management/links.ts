import type { OpenAPIHono } from "@hono/zod-openapi";
import { createLink } from "../../usecases/links/create-link.ts";
import { createLinks } from "../../usecases/links/create-links.ts";
import { deleteLink } from "../../usecases/links/delete-link.ts";
import { drawLinkQr } from "../../usecases/links/draw-qr.ts";
import { getLink } from "../../usecases/links/get-link.ts";
import { listLinks } from "../../usecases/links/list-links.ts";
import { nameSections } from "../../usecases/links/name-sections.ts";
import { updateLink } from "../../usecases/links/update-link.ts";
import type { ManagementEnv } from "../services.ts";
import { binary, define, serve, show, z } from "./define.ts";
import {
  contactId,
  contentId,
  expiry,
  json,
  linkCode,
  page,
  pageQuery,
  senderId,
} from "./fields.ts";
import { channel } from "./variants.ts";

export const newLink = z
  .object({
    contentId: contentId.optional(),
    url: z.string().max(2000).optional(),
    senderId,
    channel: channel.optional(),
    contactId: contactId.nullish(),
    expiresAt: expiry.nullish(),
    maxClicks: z.int().min(1).max(1_000_000).nullish(),
    paused: z.boolean().optional(),
  })
  .openapi("NewLink", { example: { contentId: "a…", senderId: "a…", channel: "moments" } });

export const linkChange = z
  .object({
    expiresAt: expiry.nullish(),
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
    clicks: z.int().nullable().openapi({
      description:
        "Null of a contact's link, as the other counts: what was clicked there one person did",
    }),
    botClicks: z.int().nullable(),
    opens: z.int().nullable(),
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
  outcome: "created",
  answer: link,
  also: { done: "The link that exists already" },
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
  answer: page(link),
});

const read = define({
  method: "get",
  path: "/v1/links/{code}",
  scope: "read",
  tag,
  summary: "Read a link and its counters",
  request: byCode,
  answer: link,
});

const update = define({
  method: "patch",
  path: "/v1/links/{code}",
  scope: "write",
  tag,
  summary: "Pause a link, or change its expiry or cap",
  request: { ...byCode, ...json(linkChange) },
  answer: link,
});

const remove = define({
  method: "delete",
  path: "/v1/links/{code}",
  scope: "write",
  tag,
  summary: "Delete a link: readers get 404, what was read stays",
  request: byCode,
});

const nameParts = define({
  method: "put",
  path: "/v1/links/{code}/sections",
  scope: "write",
  tag,
  summary:
    "Name the parts of a link's outside page, in the order in which its script counts them: data-section elements, else headings; for all links to that page. Its report tells them by these names",
  request: {
    ...byCode,
    ...json(
      z
        .strictObject({ sections: z.array(z.string().trim().min(1).max(120)).max(200) })
        .openapi("PageSections", { example: { sections: ["Price", "How it works"] } }),
    ),
  },
  answer: z.object({ code: z.string(), url: z.string(), sections: z.array(z.string()) }),
});

const drawing = <P extends string>(path: P, type: string, schema: z.ZodType, summary: string) =>
  define({
    method: "get",
    path,
    scope: "read",
    tag,
    summary,
    request: byCode,
    types: { [type]: schema },
  });

const qrSvg = drawing(
  "/v1/links/{code}/qr.svg",
  "image/svg+xml",
  z.string(),
  "The link's QR code as SVG",
);
const qrPng = drawing("/v1/links/{code}/qr.png", "image/png", binary, "The link's QR code as PNG");

export function addLinkRoutes(api: OpenAPIHono<ManagementEnv>): void {
  serve(api, create, (c) => createLink(c.get("caller"), c.req.valid("json")));
  serve(api, bulk, (c) => createLinks(c.get("caller"), c.req.valid("json").links));
  show(api, list, (c) => listLinks(c.get("caller"), c.req.valid("query")));
  show(api, read, (c) => getLink(c.get("caller"), c.req.valid("param").code));
  serve(api, update, (c) =>
    updateLink(c.get("caller"), c.req.valid("param").code, c.req.valid("json")),
  );
  serve(api, nameParts, (c) =>
    nameSections(c.get("caller"), c.req.valid("param").code, c.req.valid("json").sections),
  );
  serve(api, remove, (c) => deleteLink(c.get("caller"), c.req.valid("param").code));
  show(api, qrSvg, async (c) => {
    const image = await drawLinkQr(c.get("caller"), c.req.valid("param").code, "svg");
    return new Response(image, { headers: { "Content-Type": "image/svg+xml" } });
  });
  show(api, qrPng, async (c) => {
    const image = await drawLinkQr(c.get("caller"), c.req.valid("param").code, "png");
    return new Response(image, { headers: { "Content-Type": "image/png" } });
  });
}
