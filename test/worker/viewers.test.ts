/** Who readers are: lists, names, merges. */
import {
  createExecutionContext,
  createScheduledController,
  waitOnExecutionContext,
} from "cloudflare:test";
import { beforeEach, describe, expect, test } from "vitest";
import worker from "../../src/index.ts";
import { consent, drain, openPage, passTime, readAndAgree, readingWorld } from "./people.ts";
import { addLink, addSender, endVisits, env, newWorkspace, type World } from "./world.ts";

type Viewer = {
  id: string;
  rung: string;
  contact: { id: string; name: string } | null;
  certainty: string | null;
  namedBy: string | null;
  visits: number;
  firstSeenAt: string;
  lastSeenAt: string | null;
};
type Visit = { id: string; viewerId: string; link: string; channel: string };
type Merged = { viewerId: string; merged: string[]; contactId: string; certainty: string };

let world: World;
let sender: { id: string; kitUrl: string };
let contentId: string;
let code: string;
let queued: string[];

beforeEach(async () => {
  ({ world, sender, contentId, code, queued } = await readingWorld());
});

const viewers = async (query = "") =>
  (await world.call<{ items: Viewer[] }>("GET", `/v1/viewers${query}`)).body.items;
const visits = async (query = "") =>
  (await world.call<{ items: Visit[] }>("GET", `/v1/visits${query}`)).body.items;

async function addContact(name: string, more: object = {}) {
  const made = await world.call<{ id: string }>("POST", "/v1/contacts", {
    senderId: sender.id,
    name,
    ...more,
  });
  return made.body.id;
}

async function newReader(at = code) {
  const known = new Set((await viewers()).map(({ id }) => id));
  await readAndAgree(at, queued);
  const [reader] = (await viewers()).filter(({ id }) => !known.has(id));
  return reader?.id ?? "";
}

async function tick() {
  const work = createExecutionContext();
  await worker.scheduled?.(
    createScheduledController({ scheduledTime: new Date(Date.now()) }),
    env,
    work,
  );
  await waitOnExecutionContext(work);
}

test("readers who agreed are listed, and one of them is shown with what they did", async () => {
  const { token } = await openPage(code);
  await consent(token, false);
  await drain(queued);
  const id = await newReader();
  expect(await viewers()).toMatchObject([{ id, rung: "anonymous", contact: null, visits: 1 }]);
  expect(await viewers("?rung=named")).toEqual([]);
  expect(await viewers(`?senderId=${sender.id}`)).toHaveLength(1);
  const one = await world.call<{ timeline: { kind: string }[]; privacyUrl: string }>(
    "GET",
    `/v1/viewers/${id}`,
  );
  expect(one.body.timeline.map(({ kind }) => kind).toSorted()).toEqual(["consent", "visit"]);
  const audit = await world.call<{ items: object[] }>("GET", "/v1/audit");
  expect(audit.body.items).toContainEqual(
    expect.objectContaining({ verb: "viewer.read", subject: id }),
  );
});

test("where a reader may erase themselves is told to who may erase them, and to nobody else", async () => {
  const id = await newReader();
  const own = async (scopes: string[]) => {
    const made = await world.call<{ key: string }>("POST", "/v1/api-keys", { name: "K", scopes });
    const { body } = await world.call<{ privacyUrl: string | null }>(
      "GET",
      `/v1/viewers/${id}`,
      undefined,
      { key: made.body.key },
    );
    return body.privacyUrl;
  };
  expect(await own(["read"])).toBeNull();
  expect(await own(["read", "write"])).toBeNull();
  expect(await own(["read", "admin"])).toContain("/privacy/");
});

test("visits are found by viewer, contact, link, channel, app, rung, length and time of change", async () => {
  const contactId = await addContact("悠悠妈妈");
  const own = await addLink(world, { contentId, senderId: sender.id, contactId, channel: "chat" });
  const named = await newReader(own.code);
  const nobody = await newReader();
  const cases: [string, string[]][] = [
    [`viewerId=${named}`, [named]],
    [`contactId=${contactId}`, [named]],
    [`code=${code}`, [nobody]],
    ["channel=chat", [named]],
    ["app=wechat", [nobody, named]],
    ["app=qq", []],
    ["rung=named", [named]],
    ["rung=anonymous", [nobody]],
    ["minEngagedMs=8000", [nobody, named]],
    ["minEngagedMs=8001", []],
    [`updatedSince=${new Date(Date.now() - 60_000).toISOString()}`, [nobody, named]],
    [`updatedSince=${new Date(Date.now() + 60_000).toISOString()}`, []],
  ];
  for (const [query, expected] of cases) {
    const seen = (await visits(`?${query}`)).map(({ viewerId }) => viewerId);
    expect(seen.toSorted(), query).toEqual(expected.toSorted());
  }
});

describe("a name", () => {
  test("by a contact's own link is probable until somebody confirms it", async () => {
    const contactId = await addContact("悠悠妈妈");
    const own = await addLink(world, { contentId, senderId: sender.id, contactId });
    const id = await newReader(own.code);
    expect(await viewers()).toMatchObject([
      { id, rung: "named", certainty: "probable", namedBy: "link", contact: { id: contactId } },
    ]);
    await world.call("POST", `/v1/viewers/${id}/identify`, { contactId });
    expect(await viewers()).toMatchObject([{ id, certainty: "confirmed", namedBy: "api" }]);
  });

  test("makes a contact, or finds the one that an outside system knows", async () => {
    const id = await newReader();
    const who = { name: "张先生", senderId: sender.id, externalIds: { crm: "42" } };
    const named = await world.call<Merged>("POST", `/v1/viewers/${id}/identify`, who);
    expect(named.body).toMatchObject({ viewerId: id, merged: [], certainty: "confirmed" });
    const later = await newReader();
    const again = await world.call<Merged>("POST", `/v1/viewers/${later}/identify`, who);
    expect(again.body).toMatchObject({
      viewerId: id,
      merged: [later],
      contactId: named.body.contactId,
    });
    expect((await viewers()).map((viewer) => [viewer.id, viewer.visits])).toEqual([[id, 2]]);
  });

  test("was never seen for the last time before it was first seen", async () => {
    await newReader();
    for (const { firstSeenAt, lastSeenAt } of await viewers()) {
      expect(Date.parse(lastSeenAt ?? "")).toBeGreaterThanOrEqual(Date.parse(firstSeenAt));
    }
  });

  test("is the contact that an outside system knows now, not the one that it knew", async () => {
    const who = (crm: string) => ({ name: "张先生", senderId: sender.id, externalIds: { crm } });
    const named = async (crm: string) => {
      const path = `/v1/viewers/${await newReader()}/identify`;
      return (await world.call<Merged>("POST", path, who(crm))).body.contactId;
    };
    const first = await named("42");
    await world.call("PATCH", `/v1/contacts/${first}`, { externalIds: { crm: "43", erp: "a" } });
    const second = await named("42");
    expect(second).not.toBe(first);
    expect(await named("43")).toBe(first);
    await world.call("DELETE", `/v1/contacts/${first}`);
    expect([first, second]).not.toContain(await named("43"));
    const ids = await env.DB_A.prepare(
      "SELECT system, value FROM contact_external_ids ORDER BY value",
    ).all();
    expect(ids.results).toEqual([
      { system: "crm", value: "42" },
      { system: "crm", value: "43" },
    ]);
  });

  test("taken away does not come back by the link that gave it", async () => {
    const contactId = await addContact("悠悠妈妈");
    const own = await addLink(world, { contentId, senderId: sender.id, contactId });
    const { cookie } = await readAndAgree(own.code, queued);
    const [viewer] = await viewers();
    await world.call("DELETE", `/v1/viewers/${viewer?.id}/identity`);
    await readAndAgree(own.code, queued, cookie);
    expect(await viewers()).toMatchObject([{ id: viewer?.id, contact: null, visits: 2 }]);
  });

  test("of another workspace's contact or viewer is not found", async () => {
    const id = await newReader();
    const other = await newWorkspace();
    const theirs = await addSender(other, "B");
    const contact = await other.call<{ id: string }>("POST", "/v1/contacts", {
      senderId: theirs.id,
      name: "X",
    });
    const path = `/v1/viewers/${id}/identify`;
    expect((await world.call("POST", path, { contactId: contact.body.id })).status).toBe(404);
    expect((await other.call("POST", path, { contactId: contact.body.id })).status).toBe(404);
  });
});

describe("a merge", () => {
  test("keeps who came first, and can be undone for a day", async () => {
    const first = await newReader();
    passTime(60_000);
    const second = await newReader();
    const merged = await world.call<Merged>("POST", `/v1/viewers/${second}/merge`, {
      viewerId: first,
    });
    expect(merged.body).toEqual({ viewerId: first, merged: [second] });
    expect((await viewers()).map(({ id }) => id)).toEqual([first]);
    expect(await visits(`?viewerId=${first}`)).toHaveLength(2);
    const seen = await world.call<{ id: string }>("GET", `/v1/viewers/${second}`);
    expect(seen.body.id).toBe(first);
    expect((await world.call("DELETE", `/v1/viewers/${second}/merge`)).status).toBe(204);
    expect(await viewers()).toHaveLength(2);
    expect(await visits(`?viewerId=${first}`)).toHaveLength(1);
  });

  test("is for good after a day: rows move, the sums know one reader, and late visits are theirs", async () => {
    const first = await newReader();
    passTime(60_000);
    const { cookie } = await readAndAgree(code, queued);
    const second = (await viewers()).find(({ id }) => id !== first)?.id ?? "";
    await endVisits();
    const report = () =>
      world.call<{ viewers: number; reads: number }>("GET", `/v1/contents/${contentId}/report`);
    expect((await report()).body).toMatchObject({ viewers: 2, reads: 2 });
    await world.call("POST", `/v1/viewers/${first}/merge`, { viewerId: second });
    passTime(25 * 3_600_000);
    await tick();
    expect((await world.call("DELETE", `/v1/viewers/${second}/merge`)).status).toBe(409);
    expect((await visits()).map(({ viewerId }) => viewerId)).toEqual([first, first]);
    expect((await report()).body).toMatchObject({ viewers: 1, reads: 2 });
    await readAndAgree(code, queued, cookie);
    expect(new Set((await visits()).map(({ viewerId }) => viewerId))).toEqual(new Set([first]));
  });

  test("of two known contacts, of one with itself and across workspaces is refused", async () => {
    const [a, b] = [await newReader(), await newReader()];
    const merge = (id: string, viewerId: string) =>
      world.call("POST", `/v1/viewers/${id}/merge`, { viewerId });
    expect((await merge(a, a)).status).toBe(422);
    const other = await newWorkspace();
    expect((await other.call("POST", `/v1/viewers/${a}/merge`, { viewerId: b })).status).toBe(404);
    for (const [id, name] of [
      [a, "甲"],
      [b, "乙"],
    ]) {
      await world.call("POST", `/v1/viewers/${id}/identify`, { name, senderId: sender.id });
    }
    expect((await merge(a, b)).status).toBe(409);
  });
});
