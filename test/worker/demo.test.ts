/** Clearing a demo: everything that was put in goes, what the workspace is stays, and it happens once. */
import { beforeAll, expect, test } from "vitest";
import { manifest } from "../../src/storage/manifest.ts";
import {
  addLink,
  addSender,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  type World,
} from "./world.ts";

let demo: World;
let other: World;
beforeAll(async () => {
  await freshWorld();
  demo = await newWorkspace({ name: "Show", demo: true });
  other = await newWorkspace();
});

async function fill(world: World) {
  const sender = await addSender(world, "Ann", { externalId: "hr-1" });
  const contentId = await publish(world);
  const { code } = await addLink(world, { contentId, senderId: sender.id });
  await world.call("POST", "/v1/contacts", { senderId: sender.id, name: "Mrs Chen" });
  const opened = await fetchRaw(new URL(sender.kitUrl).pathname, { redirect: "manual" });
  const Cookie = opened.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  await fetchRaw("/kit/copies", {
    method: "POST",
    headers: { Cookie, Origin: "https://starling.test", "Content-Type": "application/json" },
    body: JSON.stringify({ contentId, version: 1, edited: false }),
  });
  return { sender, contentId, code, Cookie };
}

const listed = async (world: World) =>
  await Promise.all(
    ["senders", "contents", "contacts", "links"].map(
      async (of) => (await world.call<{ items: unknown[] }>("GET", `/v1/${of}`)).body.items.length,
    ),
  );
const clear = (world: World) => world.call<{ code?: string }>("DELETE", "/v1/workspace/demo");

test("clears posts, people, contacts, links and what was done with them, and nobody else's", async () => {
  const [mine, theirs] = [await fill(demo), await fill(other)];
  const before = await listed(other);
  expect((await clear(demo)).status).toBe(204);
  expect(await listed(demo)).toEqual([0, 0, 0, 0]);
  expect(await listed(other)).toEqual(before);
  expect((await fetchRaw(`/s/${mine.code}`, { redirect: "manual" })).status).toBe(404);
  expect((await fetchRaw("/kit", { headers: { Cookie: mine.Cookie } })).status).toBe(404);
  expect((await fetchRaw(`/s/${theirs.code}`, { redirect: "manual" })).status).toBe(302);

  const rows = await Promise.all(
    ["copies", "contacts", "images", "visits", "viewers"].map(async (name) => {
      const { results } = await env.DB_A.prepare(
        `SELECT workspace_id AS id FROM ${name} GROUP BY workspace_id`,
      ).all<{ id: string }>();
      return results.map(({ id }) => id).filter((id) => id === demo.id);
    }),
  );
  expect(rows.flat()).toEqual([]);
});

test("keeps settings, keys and the audit, which says so, and takes people by the same ids again", async () => {
  const { body } = await demo.call<{ demo: boolean; name: string }>("GET", "/v1/workspace");
  expect(body).toMatchObject({ demo: false, name: "Show" });
  const audit = await demo.call<{ items: { verb: string }[] }>("GET", "/v1/audit");
  expect(audit.body.items.map(({ verb }) => verb)).toContain("workspace.clear-demo");
  await addSender(demo, "Ann", { externalId: "hr-1" });
});

test("happens once, and never to a workspace that is no demo", async () => {
  for (const world of [demo, other]) {
    const { status, body } = await clear(world);
    expect([status, body.code]).toEqual([409, "conflict"]);
  }
  expect((await listed(other))[0]).toBe(1);
});

test("every table that holds a reader is among those that are cleared", () => {
  const held = manifest.filter(({ columns }) =>
    columns.some(({ role }) => role === "viewer" || role === "visit" || role === "contact"),
  );
  const confined = held.filter(({ columns }) =>
    columns.some(({ name }) => name === "workspace_id"),
  );
  const apart = held.filter((table) => !confined.includes(table)).map(({ name }) => name);
  expect(
    apart.filter(
      (name) => !["open_visits", "link_visits", "outbox", "dead_letters"].includes(name),
    ),
  ).toEqual([]);
});
