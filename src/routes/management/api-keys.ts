import type { OpenAPIHono } from "@hono/zod-openapi";
import { apiScopes } from "../../domain/vocabulary.ts";
import { createApiKey } from "../../usecases/api-keys/create-api-key.ts";
import { listApiKeys } from "../../usecases/api-keys/list-api-keys.ts";
import { revokeApiKey } from "../../usecases/api-keys/revoke-api-key.ts";
import type { ManagementEnv } from "../services.ts";
import { define, defineEmpty, z } from "./define.ts";
import { apiKeyId, json, name, page, pageQuery } from "./fields.ts";

const scope = z.enum(apiScopes);
const newApiKey = z
  .object({ name, scopes: z.array(scope).min(1).max(3) })
  .openapi("NewApiKey", { example: { name: "CRM sync", scopes: ["read"] } });

const issued = z
  .object({ id: z.string(), key: z.string(), name: z.string(), scopes: z.array(scope) })
  .openapi("IssuedApiKey");

const apiKey = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(scope),
    hint: z.string(),
    createdAt: z.string(),
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
  status: 201,
  answer: issued,
});

const list = define({
  method: "get",
  path: "/v1/api-keys",
  scope: "admin",
  tag,
  summary: "List API keys by name and last four characters",
  request: { query: pageQuery },
  status: 200,
  answer: page(apiKey),
});

const revoke = defineEmpty({
  method: "delete",
  path: "/v1/api-keys/{id}",
  scope: "admin",
  tag,
  summary: "Revoke an API key at once",
  request: { params: z.object({ id: apiKeyId }) },
});

export function addApiKeyRoutes(api: OpenAPIHono<ManagementEnv>): void {
  api.openapi(create, async (c) =>
    c.json(await createApiKey(c.get("caller"), c.req.valid("json")), 201),
  );
  api.openapi(list, async (c) =>
    c.json(await listApiKeys(c.get("caller"), c.req.valid("query")), 200),
  );
  api.openapi(revoke, async (c) => {
    await revokeApiKey(c.get("caller"), c.req.valid("param").id);
    return c.body(null, 204);
  });
}
