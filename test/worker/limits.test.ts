/**
 * What one call may cost, asked of every call of the contract at its documented size: D1 allows a free Worker
 * fifty queries an invocation. A call added to the contract is asked without anybody adding it here; one that takes
 * many things at once is named below with as many as it takes.
 */
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  addLink,
  addSender,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  sampleContent,
  type World,
} from "./world.ts";

const mostQueries = 50;

type Parameter = { name: string; in: string; required?: boolean };
type Operation = {
  "x-scope"?: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: { $ref?: string; example?: unknown } }> };
};
type Contract = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { example?: unknown }> };
};
type Route = { name: string; method: string; path: string; operation: Operation };

await freshWorld();
const contract = (await (await fetchRaw("/openapi.json")).json()) as Contract;
const routes: Route[] = Object.entries(contract.paths).flatMap(([path, operations]) =>
  Object.entries(operations)
    .filter(([, operation]) => operation["x-scope"])
    .map(([verb, operation]) => {
      const method = verb.toUpperCase();
      return { name: `${method} ${path}`, method, path, operation };
    }),
);

let world: World;
/** Ids of what there is, by what a path or a query names. */
let known: Record<string, string>;
let contacts: string[];
let senders: string[];

beforeAll(async () => {
  await freshWorld();
  world = await newWorkspace();
  const sender = await addSender(world, "First", { externalId: "ext-0", team: "a" });
  const bulk = Array.from({ length: 250 }, (_, at) => ({ name: `S${at}`, team: `t${at % 9}` }));
  await world.call("POST", "/v1/senders/bulk", { senders: bulk });
  const contentId = await publish(world);
  const link = await addLink(world, { contentId, senderId: sender.id });
  contacts = [];
  for (let at = 0; at < 20; at++) {
    const made = await world.call<{ id: string }>("POST", "/v1/contacts", {
      senderId: sender.id,
      name: `C${at}`,
    });
    contacts.push(made.body.id);
  }
  // Each of the newest page of contents with a picture row would be another query, were it not one for all.
  for (let at = 0; at < 30; at++) {
    await world.call("POST", "/v1/contents", { ...sampleContent, title: `T${at}` });
  }
  const job = await world.call<{ jobId: string }>("POST", `/v1/contents/${contentId}/publish`, {
    acceptAchieved: true,
  });
  const key = await world.call<{ id: string }>("POST", "/v1/api-keys", {
    name: "other",
    scopes: ["read"],
  });
  const listed = await world.call<{ items: { id: string }[] }>("GET", "/v1/senders?limit=200");
  senders = listed.body.items.map(({ id }) => id);
  known = {
    ...{ senders: sender.id, contents: contentId, links: link.code, contacts: contacts[0] ?? "" },
    ...{ jobs: job.body.jobId, "api-keys": key.body.id, externalId: "ext-0", code: link.code },
    ...{ senderId: sender.id, contentId, contactId: contacts[0] ?? "" },
  };
});

beforeEach(() => {
  vi.restoreAllMocks();
  // What a call costs, and not whether it is one too many in a minute.
  for (const limiter of [env.API_LIMIT, env.HEAVY_LIMIT]) {
    vi.spyOn(limiter, "limit").mockResolvedValue({ success: true });
  }
});

function addressOf({ path, operation }: Route): string {
  const kind = path.split("/")[2] ?? "";
  const filled = path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => known[name] ?? known[kind] ?? "aNothing",
  );
  const query = (operation.parameters ?? [])
    .filter(
      (parameter) => parameter.in === "query" && (parameter.required || parameter.name === "limit"),
    )
    .map(({ name }) => `${name}=${name === "limit" ? 200 : (known[name] ?? "aNothing")}`);
  return query.length === 0 ? filled : `${filled}?${query.join("&")}`;
}

/** The body that the contract itself gives as an example. */
function exampleOf({ operation }: Route): unknown {
  const schema = operation.requestBody?.content["application/json"]?.schema;
  const name = schema?.$ref?.split("/").at(-1) ?? "";
  return schema?.example ?? contract.components.schemas[name]?.example;
}

/** As many as a call takes at once, by the call's name. */
const many: Record<string, () => unknown> = {
  "POST /v1/senders/bulk": () => ({
    senders: Array.from({ length: 500 }, (_, at) => ({ name: `N${at}`, externalId: `n-${at}` })),
  }),
  "POST /v1/links/bulk": () => ({
    links: Array.from({ length: 200 }, (_, at) => ({
      url: `https://example.com/${Math.floor(at / 20)}`,
      senderId: known.senderId,
      contactId: contacts[at % 20],
    })),
  }),
};

async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  const prepared = vi.spyOn(env.DB_A, "prepare");
  await work();
  const count = prepared.mock.calls.length;
  prepared.mockRestore();
  return count;
}

describe("a list", () => {
  test("of contents holds no long texts", async () => {
    const { body } = await world.call<{ items: Record<string, unknown>[] }>(
      "GET",
      "/v1/contents?limit=200",
    );
    expect(body.items.length).toBeGreaterThan(30);
    for (const item of body.items) {
      expect(Object.keys(item)).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(body|drafts|sections)$/)]),
      );
    }
    const one = await world.call("GET", `/v1/contents/${known.contentId}`);
    expect(one.body).toMatchObject({ body: sampleContent.body, drafts: sampleContent.drafts });
  });

  test("whose items are long ends sooner, and goes on where it ended", async () => {
    const other = await newWorkspace();
    const sender = await addSender(other);
    // Fields of 4,900 characters and notes of 2,000, as long as a contact may be.
    const fields = Object.fromEntries(
      Array.from({ length: 9 }, (_, at) => [`field ${at}`, "字".repeat(500)]),
    );
    for (let at = 0; at < 110; at++) {
      const made = await other.call("POST", "/v1/contacts", {
        senderId: sender.id,
        name: `C${at}`,
        externalIds: fields,
        attributes: fields,
        notes: "字".repeat(2000),
      });
      expect(made.status).toBe(201);
    }
    const seen = new Set<string>();
    let cursor: string | null = "";
    let pages = 0;
    while (cursor !== null) {
      const query: string = cursor === "" ? "" : `&cursor=${cursor}`;
      const answer = await fetchRaw(`/v1/contacts?limit=200${query}`, {
        headers: { Authorization: `Bearer ${other.key}` },
      });
      const text = await answer.text();
      expect(text.length).toBeLessThan(1_200_000);
      const page = JSON.parse(text) as { items: { id: string }[]; nextCursor: string | null };
      expect(page.items.length).toBeGreaterThan(0);
      for (const { id } of page.items) seen.add(id);
      cursor = page.nextCursor;
      pages++;
    }
    expect([seen.size, pages]).toEqual([110, 2]);
  });

  test("of fields that are longer in all than they may be is refused with a word on it", async () => {
    const fields = Object.fromEntries(
      Array.from({ length: 11 }, (_, at) => [`field ${at}`, "a".repeat(500)]),
    );
    const answer = await world.call<{ errors: { path: string; message: string }[] }>(
      "POST",
      "/v1/contacts",
      { senderId: known.senderId, name: "Mei", attributes: fields },
    );
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([
      { path: "attributes", message: expect.stringContaining("5,000 characters") },
    ]);
  });
});

describe("a call makes at most fifty queries", () => {
  test("a page of variants of 200 senders, read or made", async () => {
    const path = `/v1/contents/${known.contentId}/variants?limit=200`;
    for (const method of ["GET", "POST"]) {
      const count = await queriesOf(() => world.call(method, path));
      expect(count, method).toBeLessThanOrEqual(mostQueries);
    }
    expect(senders.length).toBe(200);
  });

  // What ends something comes last, so that the others find it.
  const inOrder = routes.toSorted(
    (a, b) => Number(a.method === "DELETE") - Number(b.method === "DELETE"),
  );
  test.each(inOrder.map((route) => [route.name, route] as const))("%s", async (name, route) => {
    const body = many[name]?.() ?? exampleOf(route);
    const once = route.method === "POST" ? name.replace(/\W+/g, "-") : undefined;
    const ask = () =>
      fetchRaw(addressOf(route), {
        method: route.method,
        headers: {
          Authorization: `Bearer ${world.key}`,
          "Content-Type": "application/json",
          ...(once ? { "Idempotency-Key": once } : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    let status = 0;
    const count = await queriesOf(async () => {
      status = (await ask()).status;
    });
    expect(status, "is answered").toBeLessThan(500);
    if (many[name]) expect(status, "is done").toBeLessThan(300);
    expect(count).toBeLessThanOrEqual(mostQueries);
    // The same again with its key is answered from what was kept.
    if (once) expect(await queriesOf(ask), "again").toBeLessThanOrEqual(mostQueries);
  });

  test("a bulk call that changes as many senders as it may, each in what it names", async () => {
    const bulk = (items: object[]) => world.call("POST", "/v1/senders/bulk", { senders: items });
    const ids = Array.from({ length: 500 }, (_, at) => `changed-${at}`);
    await bulk(ids.map((externalId) => ({ externalId, name: "Before", team: "t", title: "Mr" })));
    const changes = ids.map((externalId, at) => ({
      externalId,
      name: `After ${externalId}`,
      ...(at % 2 === 0 ? { title: null } : {}),
    }));
    expect(await queriesOf(() => bulk(changes))).toBeLessThanOrEqual(mostQueries);
    const { results } = await env.DB_A.prepare(
      "SELECT external_id AS id, name, team, title FROM senders WHERE external_id IN (?, ?)",
    )
      .bind("changed-0", "changed-1")
      .all();
    expect(results).toEqual([
      { id: "changed-0", name: "After changed-0", team: "t", title: null },
      { id: "changed-1", name: "After changed-1", team: "t", title: "Mr" },
    ]);
  });

  test("every call that takes a list of its own is named with as many as it takes", () => {
    const bulk = routes.map(({ name }) => name).filter((name) => name.endsWith("/bulk"));
    expect(Object.keys(many).sort()).toEqual(expect.arrayContaining(bulk));
  });
});
