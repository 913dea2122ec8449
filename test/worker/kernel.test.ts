/** The one door of a verb: what it writes beside the statements, and who loses which race. */
import { createExecutionContext } from "cloudflare:test";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { createContext } from "../../src/app.ts";
import {
  addSender,
  deliver,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  type World,
} from "./world.ts";

type Problem = { code: string };
type Row = { actor_kind: string; actor_id: string | null; verb: string; subject: string };

let world: World;

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
});

async function audited(): Promise<Row[]> {
  const { results } = await env.DB_A.prepare(
    "SELECT actor_kind, actor_id, verb, subject FROM audit ORDER BY at, id",
  ).all<Row>();
  return results;
}

/** Lets another call through between a call's reading and its writing: its batch waits for that. */
function beforeWriting(act: () => Promise<unknown>): void {
  const batch = env.DB_A.batch.bind(env.DB_A);
  vi.spyOn(env.DB_A, "batch").mockImplementationOnce(async (statements) => {
    vi.mocked(env.DB_A.batch).mockRestore();
    await act();
    return (await batch(statements)) as never;
  });
}

describe("the audit", () => {
  test("says who did what to what", async () => {
    const sender = await addSender(world);
    const rows = await audited();
    // Of one millisecond no row is the last.
    expect(rows.filter(({ verb }) => verb === "sender.create")).toEqual([
      expect.objectContaining({ actor_kind: "api-key", subject: sender.id }),
    ]);
  });

  test("keeps the operator's acts and a job's", async () => {
    await addSender(world);
    const id = await publish(world);
    const kinds = (await audited()).map(({ actor_kind, verb, subject }) => [
      actor_kind,
      verb,
      subject === id,
    ]);
    expect(kinds).toContainEqual(["operator", "workspace.create", false]);
    expect(kinds).toContainEqual(["api-key", "content.publish", true]);
    expect(kinds).toContainEqual(["job", "content.version", true]);
  });

  test("has no row for what did not happen", async () => {
    const before = (await audited()).length;
    await world.call("POST", "/v1/senders", { name: "A", externalId: "hr-1" });
    await world.call("POST", "/v1/senders", { name: "B", externalId: "hr-1" });
    await world.call("DELETE", "/v1/senders/aunknown");
    expect((await audited()).length).toBe(before + 1);
  });

  test("has one row for a call that is repeated with its key", async () => {
    const create = () => world.call("POST", "/v1/senders", { name: "A" }, { once: "k1" });
    await create();
    const before = (await audited()).length;
    await create();
    expect((await audited()).length).toBe(before);
  });

  test("names nobody", async () => {
    await world.call("POST", "/v1/senders", { name: "Private Person", phone: "13800000000" });
    const { results } = await env.DB_A.prepare("SELECT * FROM audit").all();
    expect(JSON.stringify(results)).not.toMatch(/Private|13800000000/);
  });
});

describe("a race", () => {
  test("of two admin keys that end each other leaves one", async () => {
    const other = await world.call<{ id: string; key: string }>("POST", "/v1/api-keys", {
      name: "Second",
      scopes: ["read", "write", "admin"],
    });
    const keys = await world.call<{ items: { id: string; name: string }[] }>("GET", "/v1/api-keys");
    const first = keys.body.items.find(({ name }) => name === "First key")?.id;
    // Used today already, so that its next call writes nothing but what it asks for.
    await world.call("GET", "/v1/api-keys", undefined, { key: other.body.key });
    const crossing = vi.fn();
    beforeWriting(async () => {
      const { status } = await world.call("DELETE", `/v1/api-keys/${other.body.id}`);
      crossing(status);
    });
    const lost = await world.call<Problem>("DELETE", `/v1/api-keys/${first}`, undefined, {
      key: other.body.key,
    });
    expect(crossing).toHaveBeenCalledWith(204);
    expect([lost.status, lost.body.code]).toEqual([409, "conflict"]);
    expect((await world.call("GET", "/v1/workspace")).status).toBe(200);
  });

  test("of two publishes is lost by the one that writes second", async () => {
    await addSender(world);
    const id = await publish(world);
    await world.call("PATCH", `/v1/contents/${id}`, { title: "Again" });
    const winner = vi.fn();
    beforeWriting(async () => {
      winner((await world.call("POST", `/v1/contents/${id}/publish`, {})).status);
    });
    const lost = await world.call<Problem>("POST", `/v1/contents/${id}/publish`, {});
    expect(winner).toHaveBeenCalledWith(202);
    expect([lost.status, lost.body.code]).toEqual([409, "conflict"]);
  });

  test("of a withdrawal and the last step of a publish is won by the withdrawal", async () => {
    await addSender(world);
    const id = await publish(world);
    const send = vi.spyOn(env.JOBS, "send").mockResolvedValue({} as never);
    const queued = await world.call<{ jobId: string }>("POST", `/v1/contents/${id}/publish`, {
      acceptAchieved: true,
    });
    const prepare = env.DB_A.prepare.bind(env.DB_A);
    const batch = env.DB_A.batch.bind(env.DB_A);
    let isLastStep = false;
    vi.spyOn(env.DB_A, "prepare").mockImplementation((sql) => {
      isLastStep ||= /insert into "versions"/i.test(sql);
      return prepare(sql);
    });
    vi.spyOn(env.DB_A, "batch").mockImplementation(async (statements) => {
      if (isLastStep) {
        vi.mocked(env.DB_A.prepare).mockRestore();
        vi.mocked(env.DB_A.batch).mockRestore();
        await world.call("POST", `/v1/contents/${id}/withdraw`);
      }
      return (await batch(statements)) as never;
    });
    await deliver("jobs", [queued.body.jobId]);
    send.mockRestore();
    expect(isLastStep).toBe(true);
    const content = await world.call("GET", `/v1/contents/${id}`);
    expect(content.body).toMatchObject({ status: "withdrawn", publishedVersion: 1 });
    const job = await world.call("GET", `/v1/jobs/${queued.body.jobId}`);
    expect(job.body).toMatchObject({ status: "failed", error: { code: "conflict" } });
  });

  test("of two calls for one link gives both the same", async () => {
    const sender = await addSender(world);
    const wanted = { url: "https://example.com/a", senderId: sender.id };
    let other = "";
    beforeWriting(async () => {
      other = (await world.call<{ code: string }>("POST", "/v1/links", wanted)).body.code;
    });
    const { status, body } = await world.call<{ code: string }>("POST", "/v1/links", wanted);
    expect([status, body.code]).toEqual([200, other]);
  });
});

describe("what many things take", () => {
  test("two hundred links for contacts take as many queries as one", async () => {
    const sender = await addSender(world);
    const contacts = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        world.call<{ id: string }>("POST", "/v1/contacts", { senderId: sender.id, name: `C${i}` }),
      ),
    );
    const links = Array.from({ length: 200 }, (_, i) => ({
      url: `https://example.com/${Math.floor(i / 20)}`,
      senderId: sender.id,
      contactId: contacts[i % 20]?.body.id,
    }));
    const prepared = vi.spyOn(env.DB_A, "prepare");
    const { body } = await world.call<{ results: { status: string }[] }>("POST", "/v1/links/bulk", {
      links,
    });
    expect(new Set(body.results.map(({ status }) => status))).toEqual(new Set(["created"]));
    expect(body.results).toHaveLength(200);
    expect(prepared.mock.calls.length).toBeLessThan(12);
    prepared.mockRestore();
  });

  test("a repeated bulk call of senders asks for them once", async () => {
    const senders = Array.from({ length: 100 }, (_, i) => ({ name: `S${i}` }));
    const bulk = () => world.call("POST", "/v1/senders/bulk", { senders }, { once: "b" });
    const first = await bulk();
    const prepared = vi.spyOn(env.DB_A, "prepare");
    const again = await bulk();
    expect(again.body).toEqual(first.body);
    expect(prepared.mock.calls.length).toBeLessThan(6);
    prepared.mockRestore();
  });

  test("a kit that was opened before makes at most eight trips to the database", async () => {
    const sender = await addSender(world);
    await publish(world);
    const swapped = await fetchRaw(new URL(sender.kitUrl).pathname);
    const cookie = (swapped.headers.get("Set-Cookie") ?? "").split(";")[0] ?? "";
    await (await fetchRaw("/kit", { headers: { Cookie: cookie } })).text();
    const trips = countTrips();
    const page = await fetchRaw("/kit", { headers: { Cookie: cookie } });
    expect(page.status).toBe(200);
    await page.text();
    expect(trips()).toBeLessThanOrEqual(8);
    expect(trips()).toBeGreaterThan(3);
  });
});

describe("a key that may only read", () => {
  test("sees no kit's address, and no replay of a writer's answer", async () => {
    const made = await world.call<{ id: string; kitUrl: string }>(
      "POST",
      "/v1/senders",
      { name: "A" },
      { once: "same" },
    );
    expect(made.body.kitUrl).toMatch(/\/kit\//);
    const { body } = await world.call<{ key: string }>("POST", "/v1/api-keys", {
      name: "CRM",
      scopes: ["read"],
    });
    const reading = { key: body.key };
    const seen = await world.call("GET", `/v1/senders/${made.body.id}`, undefined, reading);
    expect(seen.status).toBe(200);
    expect(JSON.stringify(seen.body)).not.toContain("kit");
    const listed = await world.call("GET", "/v1/senders", undefined, reading);
    expect(JSON.stringify(listed.body)).not.toContain("/kit/");
    const replayed = await world.call(
      "POST",
      "/v1/senders",
      { name: "A" },
      { once: "same", ...reading },
    );
    expect(replayed.status).toBe(403);
  });

  test("was last used on the workspace's day, whatever day UTC has", async () => {
    const usedOn = async () => {
      const keys = await world.call<{ items: { lastUsedOn: string | null }[] }>(
        "GET",
        "/v1/api-keys",
      );
      return keys.body.items[0]?.lastUsedOn;
    };
    vi.useFakeTimers({ now: Date.parse("2030-03-09T17:10:00Z"), toFake: ["Date"] });
    await world.call("PATCH", "/v1/workspace", { timezone: "Asia/Shanghai" });
    expect(await usedOn()).toBe("2030-03-10");
    await world.call("PATCH", "/v1/workspace", { timezone: "America/New_York" });
    expect(await usedOn()).toBe("2030-03-09");
    // Half an hour later it is the next day in Kolkata, and the same hour.
    await world.call("PATCH", "/v1/workspace", { timezone: "Asia/Kolkata" });
    vi.setSystemTime(Date.parse("2030-03-09T18:20:00Z"));
    expect(await usedOn()).toBe("2030-03-09");
    vi.setSystemTime(Date.parse("2030-03-09T18:40:00Z"));
    expect(await usedOn()).toBe("2030-03-10");
    vi.useRealTimers();
  });

  test("ends when it was said to, and shows the day of its last use", async () => {
    await world.call("PATCH", "/v1/workspace", { timezone: "UTC" });
    const at = new Date(Date.now() + 60_000).toISOString();
    const { body } = await world.call<{ key: string }>("POST", "/v1/api-keys", {
      name: "Short",
      scopes: ["read"],
      expiresAt: at,
    });
    const reading = { key: body.key };
    expect((await world.call("GET", "/v1/workspace", undefined, reading)).status).toBe(200);
    const keys = await world.call<{ items: { name: string; lastUsedOn: string | null }[] }>(
      "GET",
      "/v1/api-keys",
    );
    const today = new Date().toISOString().slice(0, 10);
    expect(keys.body.items.find(({ name }) => name === "Short")?.lastUsedOn).toBe(today);
    vi.useFakeTimers({ now: Date.now() + 120_000, toFake: ["Date"] });
    expect((await world.call("GET", "/v1/workspace", undefined, reading)).status).toBe(401);
    vi.useRealTimers();
  });
});

describe("the host of what is shared", () => {
  test("is the workspace's own, whatever host a call came in on", async () => {
    const sender = await addSender(world);
    const id = await publish(world);
    const set = await world.call("PATCH", "/v1/workspace", {
      shareOrigin: "https://share.example.com/",
    });
    expect(set.body).toMatchObject({ shareOrigin: "https://share.example.com" });
    const { body } = await world.call<{ link: { url: string } }>(
      "GET",
      `/v1/contents/${id}/variants/${sender.id}`,
    );
    expect(body.link.url).toMatch(/^https:\/\/share\.example\.com\/s\//);
  });

  test.each(["http://share.example.com", "https://share.example.com/path", "share.example.com"])(
    "cannot be %s",
    async (shareOrigin) => {
      const { status, body } = await world.call<Problem & { errors: { path: string }[] }>(
        "PATCH",
        "/v1/workspace",
        { shareOrigin },
      );
      expect([status, body.errors[0]?.path]).toEqual([422, "shareOrigin"]);
    },
  );

  test.each(["https://starling.example.com", "https://starling.example.com/"])(
    "of a deployment is its setting, where there is one: %s",
    async (PUBLIC_ORIGIN) => {
      const sender = await world.call<{ kitUrl: string }>(
        "POST",
        "/v1/senders",
        { name: "A" },
        { bindings: { PUBLIC_ORIGIN } },
      );
      expect(sender.body.kitUrl).toMatch(/^https:\/\/starling\.example\.com\/kit\//);
    },
  );

  test("is known to what runs by itself, too", async () => {
    const bindings = { ...env, PUBLIC_ORIGIN: "https://starling.example.com" };
    const ctx = await createContext(bindings, createExecutionContext(), "test", "");
    expect(ctx.origin).toBe("https://starling.example.com");
    const wrong = { ...env, PUBLIC_ORIGIN: "starling.example.com" };
    await expect(createContext(wrong, createExecutionContext(), "test", "")).rejects.toThrow(
      "PUBLIC_ORIGIN",
    );
  });
});

/** Counts, from now on, each batch as one trip, and each statement that goes alone. */
function countTrips(): () => number {
  const prepared = vi.spyOn(env.DB_A, "prepare");
  const batched = vi.spyOn(env.DB_A, "batch");
  return () => {
    const together = batched.mock.calls.map(([statements]) => statements.length);
    return prepared.mock.calls.length - together.reduce((sum, n) => sum + n - 1, 0);
  };
}
