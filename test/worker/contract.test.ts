/** The contract says what is answered, and answers with people in them are kept by nobody. */
import { beforeAll, expect, test } from "vitest";
import {
  addLink,
  addSender,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  type World,
} from "./world.ts";

type Contract = {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, object> }> }>
  >;
};

let world: World;
let contract: Contract;
let contentId: string;
let senderId: string;
let code: string;

beforeAll(async () => {
  await freshWorld();
  world = await newWorkspace();
  senderId = (await addSender(world)).id;
  contentId = await publish(world);
  code = (await addLink(world, { contentId, senderId })).code;
  contract = (await (await fetchRaw("/openapi.json")).json()) as Contract;
});

test.each([
  ["/v1/links/{code}/qr.svg", "application/json"],
  ["/v1/links/{code}/qr.png", "application/json"],
  ["/v1/contents/{id}/variants", "text/csv"],
  ["/v1/contents/{id}/variants", "application/json"],
  ["/v1/workspace", "application/json"],
])(
  "GET %s as %s answers a type that the contract names, and is kept by nobody",
  async (path, accept) => {
    const answer = await fetchRaw(path.replace("{code}", code).replace("{id}", contentId), {
      headers: { Authorization: `Bearer ${world.key}`, Accept: accept },
    });
    const type = answer.headers.get("Content-Type")?.split(";")[0] ?? "";
    const named = contract.paths[path]?.get?.responses[answer.status]?.content ?? {};
    expect(Object.keys(named)).toContain(type);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    await answer.body?.cancel();
  },
);

test("the contract names the answer for a link that exists already", async () => {
  const again = await world.call("POST", "/v1/links", { contentId, senderId });
  expect(again.status).toBe(200);
  expect(contract.paths["/v1/links"]?.post?.responses).toHaveProperty("200");
});

type Schema = Record<string, unknown>;

/** Where in a schema a number, or a number in words of a query, may be of any size. */
function unbounded(schema: unknown, path: string, seen: Set<string>): string[] {
  if (Array.isArray(schema)) {
    return schema.flatMap((one, at) => unbounded(one, `${path}[${at}]`, seen));
  }
  if (typeof schema !== "object" || schema === null) return [];
  const { $ref: ref, type, enum: words, const: word, ...rest } = schema as Schema;
  if (typeof ref === "string") {
    if (seen.has(ref)) return [];
    seen.add(ref);
    const named = ref.slice(2).split("/");
    const target = named.reduce<unknown>((at, part) => (at as Schema)[part], contract);
    return unbounded(target, ref, seen);
  }
  const isNumber = [type].flat().some((one) => one === "number" || one === "integer");
  const bounds = [rest.minimum ?? rest.exclusiveMinimum, rest.maximum ?? rest.exclusiveMaximum];
  // The schema library bounds a whole number by what JavaScript can count, which bounds nothing.
  const isBounded = bounds.every((bound) => typeof bound === "number" && Math.abs(bound) < 2 ** 52);
  const own = isNumber && words === undefined && word === undefined && !isBounded ? [path] : [];
  return [
    ...own,
    ...Object.entries(rest).flatMap(([key, part]) => unbounded(part, `${path}.${key}`, seen)),
  ];
}

test("every number that a call takes has a lower and an upper bound", () => {
  const seen = new Set<string>();
  const found = Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Schema>).flatMap(([method, call]) =>
      unbounded([call.parameters, call.requestBody], `${method} ${path}`, seen),
    ),
  );
  expect(seen.size).toBeGreaterThan(20);
  expect(found).toEqual([]);
});

const when = (condition: object) => ({ when: { all: [condition] } });

test.each([
  ["a time of 10^308 ms", when({ kind: "engaged", atLeastMs: 1e308 }), "when.all[0].atLeastMs"],
  ["a negative time", when({ kind: "engaged", atLeastMs: -5 }), "when.all[0].atLeastMs"],
  ["a share above one", when({ kind: "completion", atLeast: 101 }), "when.all[0].atLeast"],
  ["half a reader", when({ kind: "reshare", readers: 1.5 }), "when.all[0].readers"],
  ["a window of ages", when({ kind: "recency", withinDays: 1e9 }), "when.all[0].withinDays"],
  ["a cap of 10^308", { perDay: 1e308 }, "perDay"],
  ["a group below all", { groupMin: -1e308 }, "groupMin"],
  ["a negative half-life", { halfLifeDays: -1 }, "halfLifeDays"],
  ["a cooldown of centuries", { cooldownDays: 1e6 }, "cooldownDays"],
])("a tag rule with %s is told what would be right, in both languages", async (_, fault, path) => {
  const rule = {
    ...when({ kind: "times", atLeast: 2 }),
    ...{ tag: "likes it", points: 5, halfLifeDays: 30, cooldownDays: 1, use: "Call them" },
    ...fault,
  };
  const said = async (language: string) => {
    const { status, body } = await world.call<{ errors: { path: string; message: string }[] }>(
      "POST",
      "/v1/tag-rules",
      rule,
      { headers: { "Accept-Language": language } },
    );
    return { status, errors: body.errors };
  };
  const english = await said("en");
  expect(english).toMatchObject({ status: 422, errors: [{ path }] });
  expect(english.errors[0]?.message).toMatch(/\d|whole number/);
  const chinese = await said("zh-CN");
  expect(chinese).toMatchObject({ status: 422, errors: [{ path }] });
  expect(chinese.errors[0]?.message).toMatch(/\p{Script=Han}/u);
});

test("a number that JSON cannot hold is no number", async () => {
  const answer = await fetchRaw("/v1/tag-rules", {
    method: "POST",
    headers: { Authorization: `Bearer ${world.key}`, "Content-Type": "application/json" },
    body: '{"points": 1e999}',
  });
  expect(answer.status).toBe(422);
  const { errors } = (await answer.json()) as { errors: { path: string }[] };
  expect(errors.map(({ path }) => path)).toContain("points");
});

test("every chapter of the reference fits in 60 KB, and what it leaves to another call is there", async () => {
  const page = async (path: string) => await (await fetchRaw(path)).text();
  const list = await page("/docs");
  const chapters = [...new Set(list.match(/\/docs\?chapter=[^"#]+/g))];
  expect(chapters.length).toBeGreaterThan(10);
  const sizes: [string, number][] = [];
  for (const chapter of chapters) {
    const html = await page(chapter);
    sizes.push([chapter, new TextEncoder().encode(html).length]);
    for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g)) {
      expect(html, chapter).toContain(`id="${anchor}"`);
    }
  }
  expect(sizes.filter(([, bytes]) => bytes > 60_000)).toEqual([]);
});

test("how far ahead a time may lie stands beside it", async () => {
  type Asked = { $ref?: string; properties?: Record<string, { description?: string }> };
  type Body = { content: { "application/json"?: { schema: Asked } } };
  const { paths, components } = (await (await fetchRaw("/openapi.json")).json()) as {
    paths: Record<string, Record<string, { requestBody?: Body }>>;
    components: { schemas: Record<string, Asked> };
  };
  const said = Object.entries(paths).flatMap(([path, calls]) =>
    Object.entries(calls).flatMap(([method, { requestBody }]) => {
      const asked = requestBody?.content["application/json"]?.schema;
      const named = components.schemas[asked?.$ref?.split("/").at(-1) ?? ""] ?? asked;
      return Object.entries(named?.properties ?? {})
        .filter(([field]) => field === "at" || field === "expiresAt")
        .map(([field, { description }]): [string, string] => [
          `${method} ${path} ${field}`,
          /at most (?:one year|ten years) ahead/i.exec(description ?? "")?.[0] ?? "",
        ]);
    }),
  );
  expect(Object.fromEntries(said)).toEqual({
    "post /v1/contents/{id}/publish at": "At most one year ahead",
    "post /v1/api-keys expiresAt": "at most ten years ahead",
    "post /v1/links expiresAt": "at most ten years ahead",
    "patch /v1/links/{code} expiresAt": "at most ten years ahead",
    "put /v1/integrations/wechat/ticket expiresAt": "at most ten years ahead",
  });
});

test("answers of insight say of every figure what it is", async () => {
  type Shape = {
    type?: string | string[];
    description?: string;
    $ref?: string;
    properties?: Record<string, Shape>;
    items?: Shape;
    allOf?: Shape[];
  };
  const { schemas } = (contract as unknown as { components: { schemas: Record<string, Shape> } })
    .components;
  const untold: string[] = [];
  const look = (schema: Shape, path: string) => {
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      const at = `${path}.${name}`;
      const types = [field.type ?? []].flat();
      const isFigure = types.some((type) => ["integer", "number", "boolean"].includes(type));
      if (isFigure && !field.description) untold.push(at);
      look(field, at);
      if (field.items) look(field.items, at);
    }
  };
  for (const name of [
    ...["Alert", "ViewerTag", "TagHistory", "TagDryRun", "Tie", "BriefingItem", "Briefing"],
    ...["JudgedNode", "NodeWorth", "NodeKinds", "Rate", "Spread", "SpreadNode", "SpreadMetrics"],
    "Introductions",
  ]) {
    expect(schemas[name], name).toBeDefined();
    look(schemas[name] ?? {}, name);
  }
  expect(untold).toEqual([]);
});
