/**
 * The same five questions to every management call, from the route table itself: a call added to the
 * contract is asked without anybody adding it here.
 */
import { beforeAll, describe, expect, test } from "vitest";
import {
  addLink,
  addSender,
  call,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  type World,
} from "./world.ts";

type Operation = {
  "x-scope"?: "read" | "write" | "admin";
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};
type Schema = { $ref?: string; example?: unknown };
type Contract = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
type Route = { method: string; path: string; operation: Operation };

await freshWorld();
const contract = (await (await fetchRaw("/openapi.json")).json()) as Contract;
const routes: Route[] = Object.entries(contract.paths).flatMap(([path, operations]) =>
  Object.entries(operations)
    .filter(([, operation]) => operation["x-scope"])
    .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
);
const title = ({ method, path }: Route) => `${method} ${path}`;

let ours: World;
let theirs: World;
/** Ids of another workspace, by what a path parameter names. */
let foreign: Record<string, string>;

beforeAll(async () => {
  await freshWorld();
  ours = await newWorkspace();
  theirs = await newWorkspace({ name: "Other" });
  const sender = await addSender(theirs);
  const contentId = await publish(theirs);
  const link = await addLink(theirs, { contentId, senderId: sender.id });
  const contact = await theirs.call<{ id: string }>("POST", "/v1/contacts", {
    senderId: sender.id,
    name: "Youyou's mum",
  });
  const job = await theirs.call<{ jobId: string }>("POST", `/v1/contents/${contentId}/publish`, {});
  const key = await theirs.call<{ id: string }>("POST", "/v1/api-keys", {
    name: "other",
    scopes: ["read"],
  });
  foreign = {
    senders: sender.id,
    contents: contentId,
    links: link.code,
    contacts: contact.body.id,
    jobs: job.body.jobId,
    "api-keys": key.body.id,
    senderId: sender.id,
    imageId: contentId,
    externalId: "nobody",
  };
});

/** The address with every parameter that it must have filled by another workspace's id. */
function fill({ path, operation }: Route): string {
  const kind = path.split("/")[2] ?? "";
  const filled = path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => foreign[name] ?? foreign[kind] ?? "a2",
  );
  const query = (operation.parameters ?? [])
    .filter((parameter) => parameter.in === "query" && parameter.required)
    .map(({ name }) => `${name}=${foreign[name]}`);
  return query.length === 0 ? filled : `${filled}?${query.join("&")}`;
}

/** The body that the contract itself gives as an example. */
function exampleBody({ operation }: Route): BodyInit | undefined {
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (!content || !type) return undefined;
  if (type !== "application/json") return new Uint8Array([1]);
  const name = content.schema.$ref?.split("/").at(-1) ?? "";
  const schema = content.schema.$ref ? contract.components.schemas[name] : content.schema;
  expect(schema?.example, `${name} needs an example in its schema`).toBeDefined();
  return JSON.stringify(schema?.example);
}

async function ask(route: Route, key: string | undefined) {
  const body = exampleBody(route);
  const type = typeof body === "string" ? "application/json" : "image/png";
  const response = await fetchRaw(fill(route), {
    method: route.method,
    headers: {
      ...(key ? { Authorization: `Bearer ${key}` } : {}),
      ...(body ? { "Content-Type": type } : {}),
    },
    ...(body ? { body } : {}),
  });
  const text = await response.text();
  const isProblem = response.headers.get("Content-Type") === "application/problem+json";
  const problem = isProblem ? (JSON.parse(text) as { code: string; requestId: string }) : null;
  return { status: response.status, problem, requestId: response.headers.get("X-Request-Id") };
}

test("the contract names a scope for every management call but the deployment's own", () => {
  const scopeless = Object.entries(contract.paths)
    .filter(([path]) => path.startsWith("/v1/"))
    .flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([, operation]) => !operation["x-scope"])
        .map(([method]) => `${method} ${path}`),
    );
  expect(scopeless.toSorted()).toEqual([
    "get /v1/dead-letters",
    "post /v1/dead-letters/replay",
    "post /v1/workspaces",
    "post /v1/workspaces/{id}/api-keys",
  ]);
  expect(routes.length).toBeGreaterThan(30);
});

describe.each(routes.map((route) => [title(route), route] as const))("%s", (_, route) => {
  test("asks for a key", async () => {
    const { status, problem, requestId } = await ask(route, undefined);
    expect([status, problem?.code]).toEqual([401, "unauthenticated"]);
    expect(problem?.requestId).toBe(requestId);
  });

  test("refuses a key that was never issued", async () => {
    const { status } = await ask(route, `sk_a${"x".repeat(40)}`);
    expect(status).toBe(401);
  });

  test("refuses a key that was revoked", async () => {
    const made = await ours.call<{ id: string; key: string }>("POST", "/v1/api-keys", {
      name: "short-lived",
      scopes: ["read", "write", "admin"],
    });
    await ours.call("DELETE", `/v1/api-keys/${made.body.id}`);
    expect((await ask(route, made.body.key)).status).toBe(401);
  });

  test("refuses a key without its scope", async () => {
    const scope = route.operation["x-scope"];
    const others = (["read", "write", "admin"] as const).filter((other) => other !== scope);
    const made = await ours.call<{ key: string }>("POST", "/v1/api-keys", {
      name: "narrow",
      scopes: others,
    });
    const { status, problem } = await ask(route, made.body.key);
    expect([status, problem?.code]).toEqual([403, "forbidden"]);
  });

  const namesSomething = route.path.includes("{") && !route.path.includes("{externalId}");
  test.runIf(namesSomething)("does not know another workspace's id", async () => {
    const before = await call("GET", `/v1/contents/${foreign.contents}`, undefined, {
      key: theirs.key,
    });
    const { status, problem } = await ask(route, ours.key);
    expect([status, problem?.code]).toEqual([404, "not-found"]);
    const after = await call("GET", `/v1/contents/${foreign.contents}`, undefined, {
      key: theirs.key,
    });
    expect(after.body).toEqual(before.body);
  });
});

test("the bootstrap asks for the deployment's admin secret", async () => {
  for (const key of [undefined, "wrong-secret-0123456789", ours.key]) {
    const refused = await call("POST", "/v1/workspaces", { name: "X" }, key ? { key } : {});
    expect(refused.status).toBe(401);
  }
});
