/** What /openapi.json says besides the management calls: how to authenticate, and the public faces. */
import type { OpenAPIHono, RouteConfig } from "@hono/zod-openapi";
import type { ManagementEnv } from "../services.ts";
import { problemSchema, z } from "./define.ts";

const problem = {
  description: "What went wrong, and what to do",
  content: { "application/problem+json": { schema: problemSchema } },
};
const html = { "text/html": { schema: z.string() } };
const text = z.string();

const beat = z.string().max(4096).openapi({
  description:
    "One line: 2 TOKEN SEQ WHY FLAGS ENGAGED IDLE TRUST SCROLL SECTIONS [GOAL [VALUE]]; version 1, which has END for FLAGS and neither IDLE nor TRUST, is read too",
});
const consent = z
  .object({
    token: text,
    choice: z.boolean(),
    textVersion: text.optional(),
    language: text.optional(),
  })
  .openapi("ConsentAnswer");
const opening = z
  .object({
    code: text,
    ref: text.optional().openapi({ description: "In the page's address; the reader's own" }),
    parentRef: text.optional().openapi({
      description: "In the page's address; perhaps that of whose page the reader came to",
    }),
    key: text.optional().openapi({
      description:
        "The page's own name for its visit, drawn at random: asking twice makes one visit",
    }),
    readMs: z.int().min(0).max(86_400_000).optional().openapi({
      description:
        "How many ms ago the visit began, as the page says; at most 600,000 are believed",
    }),
  })
  .openapi("Opening");
const opened = z.object({ token: text, ref: text }).openapi("OpenedVisit");
const health = z
  .object({ ok: z.boolean(), shards: z.array(z.object({ name: text, ok: z.boolean() })) })
  .openapi("Health");

type Face = Pick<RouteConfig, "method" | "path" | "summary" | "request" | "responses">;

/** A body that may come as text/plain too, which needs no preflight on other people's pages. */
const plain = (schema: z.ZodType) => ({
  body: { content: { "application/json": { schema }, "text/plain": { schema: text } } },
});

const faces: readonly Face[] = [
  {
    method: "get",
    path: "/s/{code}",
    summary:
      "Open a shared link: 302 to its page with a ref of the reader's own, or to the outside URL",
    request: { params: z.object({ code: text }) },
    responses: {
      302: { description: "To /s/{code}.{ref}, or to the outside URL with sl={code}.{ref}" },
      404: { description: "No such link", content: html },
      410: { description: "Withdrawn, expired, paused or used up", content: html },
    },
  },
  {
    method: "get",
    path: "/s/{code}.{ref}",
    summary: "The reader page; looking at it counts nothing and writes nothing",
    request: { params: z.object({ code: text, ref: text }) },
    responses: { 200: { description: "The page", content: html } },
  },
  {
    method: "get",
    path: "/t.js",
    summary: 'The page script: <script src="…/t.js" data-link="CODE" defer></script>',
    responses: {
      200: { description: "The script", content: { "text/javascript": { schema: text } } },
    },
  },
  {
    method: "post",
    path: "/t/open",
    summary:
      "A visit token for an embedded or restored page; writes nothing, unless sent as a beat with WHERE~KEY~READ for its token",
    request: plain(opening),
    responses: {
      200: { description: "Opened", content: { "application/json": { schema: opened } } },
      default: problem,
    },
  },
  {
    method: "post",
    path: "/t",
    summary: "A beat: a visit's totals so far",
    request: { body: { content: { "text/plain": { schema: beat } } } },
    responses: { 204: { description: "The queue has it" }, default: problem },
  },
  {
    method: "post",
    path: "/t/consent",
    summary: "A reader's answer to the notice",
    request: plain(consent),
    responses: { 204: { description: "Taken" }, default: problem },
  },
  {
    method: "get",
    path: "/p/{code}.gif",
    summary: "The pixel: an open, never a read",
    request: { params: z.object({ code: text }) },
    responses: {
      200: { description: "43 bytes", content: { "image/gif": { schema: text } } },
    },
  },
  {
    method: "get",
    path: "/kit/{token}",
    summary: "A sender's kit: 302 to /kit with a session cookie",
    request: { params: z.object({ token: text }) },
    responses: {
      302: { description: "To /kit" },
      404: { description: "The address is no longer valid", content: html },
    },
  },
  {
    method: "get",
    path: "/i/{path}",
    summary: "A sender's image, by a signed path that holds all that its bytes depend on",
    request: { params: z.object({ path: text }) },
    responses: {
      200: { description: "The image", content: { "image/jpeg": { schema: text } } },
      default: problem,
    },
  },
  {
    method: "get",
    path: "/healthz",
    summary: "Whether every database answers",
    responses: {
      200: { description: "Healthy", content: { "application/json": { schema: health } } },
      503: {
        description: "A database is out",
        content: { "application/json": { schema: health } },
      },
    },
  },
];

export function addContract(api: OpenAPIHono<ManagementEnv>): void {
  const bearer = { type: "http", scheme: "bearer" } as const;
  const schemes = {
    apiKey: { ...bearer, description: "An API key: sk_…" },
    adminSecret: { ...bearer, description: "The deployment's admin secret" },
  };
  for (const [name, scheme] of Object.entries(schemes)) {
    api.openAPIRegistry.registerComponent("securitySchemes", name, scheme);
  }
  for (const face of faces) api.openAPIRegistry.registerPath({ ...face, tags: ["Public faces"] });
  api.doc31("/openapi.json", (c) => ({
    openapi: "3.1.0",
    info: {
      title: "Starling",
      version: "0.1.0",
      description: "Share one message in many people's own words, and learn honestly who read it.",
    },
    servers: [{ url: new URL(c.req.url).origin }],
  }));
}
