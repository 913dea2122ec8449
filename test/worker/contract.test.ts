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
