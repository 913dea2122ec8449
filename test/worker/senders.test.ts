/** Senders changed by several hands at once, and fields that are emptied. */
import { beforeEach, expect, test } from "vitest";
import { addSender, env, fetchRaw, freshWorld, newWorkspace, type World } from "./world.ts";

let world: World;

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
});

type Sender = { id: string; kitUrl: string; externalId: string | null; team: string | null };

test("a change that began earlier neither reopens an ended kit nor revives a deleted sender", async () => {
  const sender = await addSender(world);
  const old = new URL(sender.kitUrl).pathname;
  await Promise.all([
    world.call("PATCH", `/v1/senders/${sender.id}`, { endKit: true }),
    ...["East", "West", "North"].map((team) =>
      world.call("PATCH", `/v1/senders/${sender.id}`, { team }),
    ),
  ]);
  expect((await fetchRaw(old)).status).toBe(404);

  await Promise.all([
    world.call("DELETE", `/v1/senders/${sender.id}`),
    ...["East", "West", "North"].map((team) =>
      world.call("PATCH", `/v1/senders/${sender.id}`, { team }),
    ),
  ]);
  expect((await world.call("GET", `/v1/senders/${sender.id}`)).status).toBe(404);
});

test("two PUTs of a new external id at once make one sender and both succeed", async () => {
  const put = (name: string) =>
    world.call<Sender>("PUT", "/v1/senders/by-external-id/hr-7", { name });
  const answers = await Promise.all([put("Lin"), put("Xia"), put("Wang")]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
});

test("an empty text empties a field, so an empty external id is none", async () => {
  const made = await world.call<{ results: { status: string }[] }>("POST", "/v1/senders/bulk", {
    senders: [
      { name: "Lin", externalId: "" },
      { name: "Xia", externalId: "" },
    ],
  });
  expect(made.body.results.map(({ status }) => status)).toEqual(["created", "created"]);
  const sender = await addSender(world, "Wang", { team: "East", externalId: "hr-1" });
  const changed = await world.call<Sender>("PATCH", `/v1/senders/${sender.id}`, {
    team: "",
    externalId: "",
  });
  expect(changed.body).toMatchObject({ team: null, externalId: null });
  const row = await env.DB_A.prepare(
    "SELECT count(*) AS n FROM senders WHERE external_id = ''",
  ).first();
  expect(row).toEqual({ n: 0 });
});

test("an external id somebody else has is 409, by POST and by PATCH", async () => {
  await addSender(world, "Lin", { externalId: "hr-1" });
  const other = await addSender(world, "Xia");
  const post = await world.call("POST", "/v1/senders", { name: "Wang", externalId: "hr-1" });
  const patch = await world.call("PATCH", `/v1/senders/${other.id}`, { externalId: "hr-1" });
  expect([post.status, patch.status]).toEqual([409, 409]);
});
