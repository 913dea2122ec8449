/** A content as its authors write it. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { createContent } from "../../usecases/contents/create-content.ts";
import { deleteContent } from "../../usecases/contents/delete-content.ts";
import { getContent } from "../../usecases/contents/get-content.ts";
import { listContents } from "../../usecases/contents/list-contents.ts";
import { updateContent } from "../../usecases/contents/update-content.ts";
import type { ManagementEnv } from "../services.ts";
import { content, contentChange, newContent, summary } from "./content-fields.ts";
import { define, serve, show, z } from "./define.ts";
import { contentId, json, page, pageQuery } from "./fields.ts";

const tag = "Contents";
const byId = { params: z.object({ id: contentId }) };

const create = define({
  method: "post",
  path: "/v1/contents",
  scope: "write",
  tag,
  summary: "Write a content as a draft",
  request: json(newContent),
  outcome: "created",
  answer: content,
});

const list = define({
  method: "get",
  path: "/v1/contents",
  scope: "read",
  tag,
  summary: "List contents without their bodies and drafts, the newest first",
  request: { query: pageQuery },
  answer: page(summary),
});

const read = define({
  method: "get",
  path: "/v1/contents/{id}",
  scope: "read",
  tag,
  summary: "Read a content's draft and state",
  request: byId,
  answer: content,
});

const update = define({
  method: "patch",
  path: "/v1/contents/{id}",
  scope: "write",
  tag,
  summary: "Change the draft; what is published stays until it is published again",
  request: { ...byId, ...json(contentChange) },
  answer: content,
});

const remove = define({
  method: "delete",
  path: "/v1/contents/{id}",
  scope: "write",
  tag,
  summary: "Delete a content: its links answer readers 410",
  request: byId,
});

export function addContentRoutes(api: OpenAPIHono<ManagementEnv>): void {
  serve(api, create, (c) => createContent(c.get("caller"), c.req.valid("json")));
  show(api, list, (c) => listContents(c.get("caller"), c.req.valid("query")));
  show(api, read, (c) => getContent(c.get("caller"), c.req.valid("param").id));
  serve(api, update, (c) =>
    updateContent(c.get("caller"), c.req.valid("param").id, c.req.valid("json")),
  );
  serve(api, remove, (c) => deleteContent(c.get("caller"), c.req.valid("param").id));
}
