/** A publish at a time to come: what goes out is what was approved, when it was asked for, or not at all. */
import { createExecutionContext, createScheduledController } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import worker from "../../src/index.ts";
import { unusualJpeg } from "../unit/variation/image/encode.ts";
import {
  addSender,
  deliver,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  sampleContent,
  type World,
} from "./world.ts";

type Content = {
  id: string;
  title: string;
  status: string;
  publishAt: string | null;
  publishedVersion: number | null;
  draftVersion: number;
};
type Problem = { errors?: { path: string; message: string }[] };
type Job = { status: string; waitsUntil?: string; error?: { code: string } };

const evening = Date.parse("2027-06-01T12:00:00Z");
const nine = "2027-06-02T01:00:00.000Z";

let world: World;
let sent: string[];
beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
  sent = [];
  vi.useFakeTimers({ now: evening, toFake: ["Date"] });
  vi.spyOn(env.BEATS, "send").mockResolvedValue({} as never);
  vi.spyOn(env.JOBS, "send").mockImplementation(async (id) => {
    sent.push(String(id));
    return {} as never;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const read = async (id: string) => (await world.call<Content>("GET", `/v1/contents/${id}`)).body;
const jobOf = async (id: string) => (await world.call<Job>("GET", `/v1/jobs/${id}`)).body;

/** Who did what about a post's publishing. */
async function publishings(id: string): Promise<string[]> {
  type Audit = { items: { verb: string; actor: { kind: string } }[] };
  const { body } = await world.call<Audit>("GET", `/v1/audit?subject=${id}`);
  return body.items
    .map(({ verb, actor }) => `${actor.kind} ${verb}`)
    .filter((line) => !line.endsWith("content.create"));
}

/** Runs what the queue was given. */
async function work(): Promise<void> {
  for (const id of sent.splice(0)) await deliver("jobs", [id]);
}

/** The clock strikes, and what it wakes is done. */
async function fire(time: string): Promise<void> {
  vi.setSystemTime(Date.parse(time));
  const controller = createScheduledController({ scheduledTime: new Date(time) });
  await worker.scheduled?.(controller, env, createExecutionContext());
  await work();
}

/** A post of two senders whose publishing is set for nine the next morning. */
async function arranged(at = nine) {
  await addSender(world, "Ann", { team: "North" });
  await addSender(world, "Ben", { team: "North" });
  const { body } = await world.call<Content>("POST", "/v1/contents", sampleContent);
  const jobId = await arrange(body.id, at);
  await work();
  return { id: body.id, jobId };
}

async function arrange(id: string, at?: string): Promise<string> {
  const asked = { acceptAchieved: true, ...(at ? { at } : {}) };
  const { body } = await world.call<{ jobId: string }>("POST", `/v1/contents/${id}/publish`, asked);
  return body.jobId;
}

describe("a publish at a time to come", () => {
  test("waits until then, is told as waiting, and goes out in the first minute of the clock", async () => {
    const { id, jobId } = await arranged();
    expect(await read(id)).toMatchObject({ status: "draft", publishAt: nine });
    expect(await jobOf(jobId)).toMatchObject({ status: "queued", waitsUntil: nine });
    await fire("2027-06-02T00:59:30Z");
    expect((await read(id)).status).toBe("draft");
    await fire("2027-06-02T01:00:10Z");
    expect(await read(id)).toMatchObject({ status: "published", publishAt: null });
    expect(await jobOf(jobId)).toMatchObject({ status: "succeeded" });
    const variants = await world.call<{ items: { variant: { caption: string } | null }[] }>(
      "GET",
      `/v1/contents/${id}/variants`,
    );
    const captions = variants.body.items.map(({ variant }) => variant?.caption);
    expect(new Set(captions).size).toBe(2);
  });

  test("lies at most one year ahead", async () => {
    await addSender(world, "Ann");
    const { body } = await world.call<Content>("POST", "/v1/contents", sampleContent);
    for (const [at, status] of [
      ["9999-12-31T00:00:00Z", 422],
      [new Date(evening + 367 * 86_400_000).toISOString(), 422],
      [new Date(evening + 365 * 86_400_000).toISOString(), 202],
    ] as const) {
      const asked = await world.call<Problem>("POST", `/v1/contents/${body.id}/publish`, { at });
      expect(asked.status, at).toBe(status);
      if (status === 202) continue;
      const message = "Choose a time at most one year ahead.";
      expect(asked.body.errors).toEqual([{ path: "at", message }]);
    }
  });

  test("is not run before its time, however often its job is woken", async () => {
    const { id, jobId } = await arranged();
    await deliver("jobs", [jobId]);
    await deliver("jobs", [jobId]);
    expect((await read(id)).status).toBe("draft");
  });

  test("says at once what is wrong with the text, and then nothing waits", async () => {
    await addSender(world, "Ann");
    await addSender(world, "Ben");
    const { body } = await world.call<Content>("POST", "/v1/contents", {
      ...sampleContent,
      drafts: ["今晚八点见。"],
    });
    const { body: asked } = await world.call<{ jobId: string }>(
      "POST",
      `/v1/contents/${body.id}/publish`,
      { at: nine },
    );
    await work();
    expect(await jobOf(asked.jobId)).toMatchObject({ error: { code: "below-floor" } });
    // The audit says of each what became of it: asked for, and come to nothing.
    const verbs = await publishings(body.id);
    expect(verbs.sort()).toEqual(["api-key content.publish", "job content.not-published"]);
    expect((await read(body.id)).publishAt).toBeNull();
  });

  test("is what was approved: a change until then stays in the draft", async () => {
    const { id } = await arranged();
    vi.setSystemTime(evening + 60_000);
    await world.call("PATCH", `/v1/contents/${id}`, { title: "A later title" });
    await fire("2027-06-02T01:00:10Z");
    const { title, draftVersion, publishedVersion } = await read(id);
    expect([title, draftVersion, publishedVersion]).toEqual(["A later title", 2, 1]);
    const shown = await env.DB_A.prepare("SELECT title FROM versions WHERE content_id = ?")
      .bind(id)
      .all();
    expect(shown.results).toEqual([{ title: sampleContent.title }]);
  });

  test("serves who joined meanwhile as well", async () => {
    const { id } = await arranged();
    const late = await addSender(world, "Cai", { team: "South" });
    await fire("2027-06-02T01:00:10Z");
    const { status } = await world.call("GET", `/v1/contents/${id}/variants/${late.id}`);
    expect(status).toBe(200);
  });

  test("is taken back before its time, and may be set again", async () => {
    const { id, jobId } = await arranged();
    const back = await world.call<Content>("DELETE", `/v1/contents/${id}/publish`);
    expect([back.status, back.body.publishAt]).toEqual([200, null]);
    expect((await world.call("DELETE", `/v1/contents/${id}/publish`)).status).toBe(409);
    await fire("2027-06-02T01:00:10Z");
    expect((await read(id)).status).toBe("draft");
    expect(await jobOf(jobId)).toMatchObject({ status: "failed" });
    await arrange(id, "2027-06-03T01:00:00Z");
    await work();
    await fire("2027-06-03T01:00:10Z");
    expect((await read(id)).publishedVersion).toBe(1);
  });

  test("ends with a withdrawal or a deletion", async () => {
    const { id } = await arranged();
    expect((await world.call("POST", `/v1/contents/${id}/withdraw`)).status).toBe(200);
    await arrange(id, nine);
    await work();
    await world.call("DELETE", `/v1/contents/${id}`);
    await fire("2027-06-02T01:00:10Z");
    const { results } = await env.DB_A.prepare(
      "SELECT status FROM jobs WHERE kind = 'publish'",
    ).all();
    expect(results).toEqual([{ status: "failed" }, { status: "failed" }]);
  });

  test.each([
    ["taken back", (id: string) => world.call("DELETE", `/v1/contents/${id}/publish`)],
    ["withdrawn", (id: string) => world.call("POST", `/v1/contents/${id}/withdraw`)],
    ["replaced", (id: string) => arrange(id, "2027-06-03T01:00:00Z")],
  ])("keeps a picture that the draft has no more until it is %s", async (_, end) => {
    await addSender(world, "Ann");
    const { id } = (await world.call<Content>("POST", "/v1/contents", sampleContent)).body;
    const upload = async () => {
      const response = await fetchRaw(`/v1/contents/${id}/images`, {
        method: "POST",
        headers: { Authorization: `Bearer ${world.key}`, "Content-Type": "image/jpeg" },
        body: unusualJpeg({ width: 64, height: 48, h: 2, v: 2 }),
      });
      return (await response.json<{ id: string }>()).id;
    };
    const [kept, dropped] = [await upload(), await upload()];
    const files = async () => {
      const { objects } = await env.MEDIA.list();
      return new Set(objects.map(({ key }) => key.split(".", 1)[0]));
    };
    await arrange(id, nine);
    await work();
    await world.call("DELETE", `/v1/contents/${id}/images/${dropped}`);
    expect([...(await files())]).toEqual(expect.arrayContaining([kept, dropped]));
    await end(id);
    const left = await files();
    expect([left.has(kept), left.has(dropped)]).toEqual([true, false]);
  });

  test("does not bring back a post that was withdrawn before it", async () => {
    const { id } = await arranged();
    await fire("2027-06-02T01:00:10Z");
    await arrange(id, "2027-06-03T01:00:00Z");
    await work();
    await world.call("POST", `/v1/contents/${id}/withdraw`);
    await fire("2027-06-03T01:00:10Z");
    expect((await read(id)).status).toBe("withdrawn");
  });

  test("gives way to another: at once, or at another time", async () => {
    const { id, jobId } = await arranged();
    await arrange(id, "2027-06-01T13:00:00Z");
    await work();
    expect(await jobOf(jobId)).toMatchObject({ status: "failed", error: { code: "conflict" } });
    expect((await read(id)).publishAt).toBe("2027-06-01T13:00:00.000Z");
    await arrange(id);
    await work();
    expect(await read(id)).toMatchObject({ status: "published", publishAt: null });
    await fire("2027-06-02T01:00:10Z");
    expect((await read(id)).publishedVersion).toBe(1);
  });

  test("has to lie ahead", async () => {
    const { body } = await world.call<Content>("POST", "/v1/contents", sampleContent);
    const late = await world.call("POST", `/v1/contents/${body.id}/publish`, {
      at: "2027-06-01T11:59:00Z",
    });
    expect(late.status).toBe(422);
  });
});
