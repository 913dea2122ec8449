import type { OpenAPIHono } from "@hono/zod-openapi";
import { apiScopes } from "../../domain/vocabulary.ts";
import { createApiKey } from "../../usecases/api-keys/create-api-key.ts";
import { listApiKeys } from "../../usecases/api-keys/list-api-keys.ts";
import { rescueApiKey } from "../../usecases/api-keys/rescue-api-key.ts";
import { revokeApiKey } from "../../usecases/api-keys/revoke-api-key.ts";
import type { ManagementEnv } from "../services.ts";
import { define, serve, show, z } from "./define.ts";
import { apiKeyId, expiry, json, name, page, pageQuery, workspaceId } from "./fields.ts";

const scope = z.enum(apiScopes);
export const newApiKey = z
  .object({ name, scopes: z.array(scope).min(1).max(3), expiresAt: expiry.nullish() })
  .openapi("NewApiKey", { example: { name: "CRM sync", scopes: ["read"] } });

const issued = z
  .object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    scopes: z.array(scope),
    expiresAt: z.string().nullable(),
  })
  .openapi("IssuedApiKey");

const apiKey = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(scope),
    hint: z.string(),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    lastUsedOn: z
      .string()
      .nullable()
      .openapi({ description: "The day, in the workspace's timezone" }),
    revokedAt: z.string().nullable(),
  })
  .openapi("ApiKey");

const tag = "API keys";

const create = define({
  method: "post",
  path: "/v1/api-keys",
  scope: "admin",
  tag,
  summary: "Make an API key; it is shown this once",
  request: json(newApiKey),
  outcome: "created",
  answer: issued,
});

const rescue = define({
  method: "post",
  path: "/v1/workspaces/{id}/api-keys",
  scope: "operator",
  tag,
  summary: "Make a key that may do everything for a workspace that lost its own",
  request: { params: z.object({ id: workspaceId }), ...json(z.object({ name })) },
  outcome: "created",
  answer: issued,
});

const list = define({
  method: "get",
  path: "/v1/api-keys",
  scope: "admin",
  tag,
  summary: "List API keys by name and last four characters",
  request: { query: pageQuery },
  answer: page(apiKey),
});

const revoke = define({
  method: "delete",
  path: "/v1/api-keys/{id}",
  scope: "admin",
  tag,
  summary: "Revoke an API key at once",
  request: { params: z.object({ id: apiKeyId }) },
});

export function addApiKeyRoutes(api: OpenAPIHono<ManagementEnv>): void {
  serve(api, create, (c) => createApiKey(c.get("caller"), c.req.valid("json")));
  serve(api, rescue, (c) =>
    rescueApiKey(c.get("operator"), c.req.valid("param").id, c.req.valid("json")),
  );
  show(api, list, (c) => listApiKeys(c.get("caller"), c.req.valid("query")));
  serve(api, revoke, (c) => revokeApiKey(c.get("caller"), c.req.valid("param").id));
}
