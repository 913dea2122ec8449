/** Whatever order the trips of two pieces of work to D1 come in, and wherever one of them ends. */
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type ContentId, knownId } from "../../src/domain/ids.ts";
import type { TextModel } from "../../src/integrations/model.ts";
import { proposeSentences } from "../../src/usecases/contents/propose-sentences.ts";
import { updateContent } from "../../src/usecases/contents/update-content.ts";
import { withdrawContent } from "../../src/usecases/contents/withdraw-content.ts";
import { runJob } from "../../src/usecases/run-job.ts";
import { failingAt, interleaved } from "./interleaved.ts";
import { callerIn } from "./people.ts";
import {
  addLink,
  addSender,
  deliver,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  sampleContent,
  type World,
} from "./world.ts";

const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50";

type Offered = {
  sentences: { stage: string; options: { text: string; noticed: boolean }[] }[];
};

let world: World;
let senderId: string;
let contentId: ContentId;

beforeEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await freshWorld();
  // Before anything is published: an event of the real queue would make its trips in a test's order.
  vi.spyOn(env.JOBS, "send").mockResolvedValue({} as never);
  world = await newWorkspace();
  senderId = (await addSender(world)).id;
  contentId = knownId<ContentId>(await publish(world));
  vi.spyOn(console, "error").mockReturnValue();
});

const caller = () => callerIn(world);

const contentNow = async () =>
  (
    await world.call<{ title: string; body: string; status: string; publishedVersion: number }>(
      "GET",
      `/v1/contents/${contentId}`,
    )
  ).body;

async function queuePublish(at?: string): Promise<string> {
  const path = `/v1/contents/${contentId}/publish`;
  const asked = { acceptAchieved: true, ...(at ? { at } : {}) };
  return (await world.call<{ jobId: string }>("POST", path, asked)).body.jobId;
}
const jobNow = async (id: string) =>
  (await world.call<{ status: string; error?: { code: string } }>("GET", `/v1/jobs/${id}`)).body;

describe("in every order", () => {
  test("a withdrawal during a publish leaves the content withdrawn, and the job says which came first", async () => {
    const ends = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.nat(60), async (scheduler, turns) => {
        const { publishedVersion: before } = await contentNow();
        const jobId = await queuePublish();
        const asking = await caller();
        const [, withdrawn] = await interleaved<unknown>(scheduler, [
          () => runJob(asking, jobId),
          // The job makes many more trips: who withdraws comes at some time in the midst of them.
          async () => {
            for (let turn = 0; turn < turns; turn++) await scheduler.schedule(Promise.resolve());
            return await withdrawContent(asking, contentId);
          },
        ]);
        expect(withdrawn?.status).toBe("fulfilled");
        const [content, job] = [await contentNow(), await jobNow(jobId)];
        expect(content.status).toBe("withdrawn");
        if (job.status === "succeeded") expect(content.publishedVersion).toBe(before + 1);
        else {
          expect(job).toMatchObject({ status: "failed", error: { code: "conflict" } });
          expect(content.publishedVersion).toBe(before);
        }
        ends.add(job.status);
      }),
      // The numbers are fixed, so that both ends are met in every run of the test.
      { numRuns: 12, seed: 7 },
    );
    expect([...ends].sort()).toEqual(["failed", "succeeded"]);
  });

  test("a withdrawal takes back also what began to wait for its time while it was under way", async () => {
    const jobId = await queuePublish(new Date(Date.now() + 3_600_000).toISOString());
    const asking = await caller();
    const batch = env.DB_A.batch.bind(env.DB_A);
    // The job ends between what the withdrawal reads and what it writes.
    vi.spyOn(env.DB_A, "batch").mockImplementationOnce(async (statements) => {
      await runJob(asking, jobId);
      return await batch(statements);
    });
    await withdrawContent(asking, contentId);
    expect((await jobNow(jobId)).status).toBe("failed");
    const next = await queuePublish();
    await runJob(asking, next);
    expect((await jobNow(next)).status).toBe("succeeded");
    expect(await contentNow()).toMatchObject({ status: "published", publishedVersion: 2 });
  });

  test("of two edits of one state the first to be written stands, and the other is told", async () => {
    // A clock that stands: two edits within a millisecond are two states all the same.
    vi.useFakeTimers({ now: Date.now(), toFake: ["Date"] });
    const winners = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const asking = await caller();
        const { body } = await world.call<{ revision: string }>("GET", `/v1/contents/${contentId}`);
        const { revision } = body;
        const edits = [
          { title: `By A of ${revision}`, revision },
          { body: `## By B\n\nOf ${revision}.`, revision },
        ];
        const done = await interleaved<unknown>(
          scheduler,
          edits.map((edit) => () => updateContent(asking, contentId, edit)),
        );
        const won = done.findIndex(({ status }) => status === "fulfilled");
        expect(done[1 - won]).toMatchObject({ status: "rejected", reason: { code: "conflict" } });
        const now = await contentNow();
        expect([now.title === edits[0]?.title, now.body === edits[1]?.body]).toEqual([
          won === 0,
          won === 1,
        ]);
        winners.add(String(won));
      }),
      { numRuns: 12, seed: 7 },
    );
    expect([...winners].sort()).toEqual(["0", "1"]);
  });

  test("two jobs that ask a model about one content lose nothing of each other's, and double nothing", async () => {
    const draft = "来之前说一声就行。今晚八点我们聊聊这件事。";
    /** Proposes an option of its own beside one that both propose; its second reading throws the shared one out, or nothing. */
    const model = (own: string, out: readonly string[]): TextModel => {
      const answers = [{ 1: ["来之前说声就行。", own] }, { 1: { out, in: [] } }];
      let asked = 0;
      return {
        name: "small",
        propose: async () => ({ ok: true, text: JSON.stringify(answers[asked++] ?? {}) }),
      };
    };
    const lasts = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const made = await world.call<{ id: string }>("POST", "/v1/contents", {
          ...sampleContent,
          drafts: [draft],
        });
        const id = knownId<ContentId>(made.body.id);
        const askers = [model("来前说一声就行。", ["a"]), model("来之前讲一声就行。", [])];
        const jobs = await Promise.all(
          askers.map(async (one) => {
            const asking = { ...(await caller()), model: one };
            const { answer } = await proposeSentences(asking, id, {});
            return { asking, jobId: answer.jobId };
          }),
        );
        const done = await interleaved<unknown>(
          scheduler,
          jobs.map(
            ({ asking, jobId }) =>
              () =>
                runJob(asking, jobId),
          ),
        );
        expect(done.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
        for (const { jobId } of jobs) expect((await jobNow(jobId)).status).toBe("succeeded");
        const { body } = await world.call<Offered>("POST", `/v1/contents/${id}/suggestions`, {});
        const [sentence] = body.sentences;
        expect(sentence?.stage).toBe("read");
        expect(sentence?.options.map(({ text, noticed }) => [text, noticed]).toSorted()).toEqual([
          ["来之前讲一声就行。", false],
          ["来之前说声就行。", true],
          ["来前说一声就行。", false],
        ]);
        lasts.add(sentence?.options[0]?.text ?? "");
        lasts.add(sentence?.options[1]?.text ?? "");
      }),
      { numRuns: 12, seed: 7 },
    );
    // Either was the last to write, at one time or another.
    expect(lasts.size).toBe(3);
  });

  test("two deliveries of one batch, and a batch beside it, count every click once and every total right", async () => {
    const link = await addLink(world, { url: "https://shop.example/a", senderId });
    const reader = await addLink(world, { contentId, senderId });
    const queued: string[] = [];
    vi.spyOn(env.BEATS, "send").mockImplementation(async (message) => {
      queued.push(String(message));
      return {} as never;
    });
    const send = (path: string, message: string) =>
      fetchRaw(path, { method: "POST", headers: { "User-Agent": phone }, body: message });
    let clicks = 0;
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        await env.DB_A.prepare("DELETE FROM visits").run();
        const opened = await send("/t/open", JSON.stringify({ code: reader.code }));
        const { token } = (await opened.json()) as { token: string };
        for (let click = 0; click < 3; click++) {
          await fetchRaw(`/s/${link.code}`, { headers: { "User-Agent": phone } });
          await send("/t", `2 ${token} ${click + 1} c 0 ${500 * (click + 1)} 0 0 100 `);
        }
        clicks += 3;
        const bodies = queued.splice(0);
        const [some, others] = [bodies.slice(0, 4), bodies.slice(4)];
        const delivery = crypto.randomUUID();
        await interleaved<unknown>(scheduler, [
          () => deliver("beats", some, Date.now(), delivery),
          () => deliver("beats", some, Date.now(), delivery),
          () => deliver("beats", others),
        ]);
        const counted = await world.call("GET", `/v1/links/${link.code}`);
        expect(counted.body).toMatchObject({ clicks });
        const { results } = await env.DB_A.prepare("SELECT seq, engaged_ms FROM visits").all();
        expect(results).toEqual([{ seq: 3, engaged_ms: 1500 }]);
      }),
      { numRuns: 12, seed: 7 },
    );
  });
});

describe("a consumer that fails between any two of its steps", () => {
  test("does a publish once, when it is told again", async () => {
    let { publishedVersion: version } = await contentNow();
    for (let failing = 0; ; failing++) {
      const jobId = await queuePublish();
      let acked: string[] = [];
      const hasFailed = await failingAt(failing, async () => {
        ({ acked } = await deliver("jobs", [jobId]));
      });
      // What was not acknowledged comes again.
      if (acked.length === 0) await deliver("jobs", [jobId]);
      version++;
      expect(await jobNow(jobId), `trip ${failing}`).toMatchObject({ status: "succeeded" });
      expect(await contentNow(), `trip ${failing}`).toMatchObject({
        status: "published",
        publishedVersion: version,
      });
      const { n } = (await env.DB_A.prepare(
        "SELECT count(*) AS n FROM assignments WHERE content_id = ? AND version = ?",
      )
        .bind(contentId, version)
        .first<{ n: number }>()) ?? { n: 0 };
      expect(n, `trip ${failing}`).toBe(1);
      if (!hasFailed) {
        expect(failing).toBeGreaterThan(3);
        return;
      }
    }
  });

  test("counts a click once and a visit right, when it is told again", async () => {
    const link = await addLink(world, { url: "https://shop.example/a", senderId });
    const reader = await addLink(world, { contentId, senderId });
    const queued: string[] = [];
    vi.spyOn(env.BEATS, "send").mockImplementation(async (message) => {
      queued.push(String(message));
      return {} as never;
    });
    for (let failing = 0; ; failing++) {
      await fetchRaw(`/s/${link.code}`, { headers: { "User-Agent": phone } });
      const opened = await fetchRaw("/t/open", {
        method: "POST",
        headers: { "User-Agent": phone },
        body: JSON.stringify({ code: reader.code }),
      });
      const { token } = (await opened.json()) as { token: string };
      await fetchRaw("/t", {
        method: "POST",
        headers: { "User-Agent": phone },
        body: `2 ${token} 1 c 0 1500 0 0 100 `,
      });
      const bodies = [...queued.splice(0), "a tick1"];
      const delivery = crypto.randomUUID();
      const later = Date.now() + 100_000;
      let told = { acked: [] as string[] };
      const hasFailed = await failingAt(failing, async () => {
        told = await deliver("beats", bodies, later, delivery);
      });
      if (told.acked.length === 0) await deliver("beats", bodies, later, delivery);
      const counted = await world.call("GET", `/v1/links/${link.code}`);
      expect(counted.body, `trip ${failing}`).toMatchObject({ clicks: failing + 1 });
      const { results } = await env.DB_A.prepare(
        "SELECT count(*) AS n, sum(engaged_ms) AS ms, sum(closed_at IS NOT NULL) AS over FROM visits",
      ).all();
      const n = failing + 1;
      expect(results, `trip ${failing}`).toEqual([{ n, ms: 1500 * n, over: n }]);
      if (!hasFailed) {
        expect(failing).toBeGreaterThan(3);
        return;
      }
    }
  });
});

test("a content that was withdrawn while a publish waited can be published again at once", async () => {
  const waiting = await queuePublish();
  expect((await world.call("POST", `/v1/contents/${contentId}/withdraw`)).status).toBe(200);
  expect(await jobNow(waiting)).toMatchObject({ status: "failed", error: { code: "conflict" } });
  const again = await queuePublish();
  await deliver("jobs", [waiting]);
  await deliver("jobs", [again]);
  expect(await jobNow(again)).toMatchObject({ status: "succeeded" });
  expect(await contentNow()).toMatchObject({ status: "published", publishedVersion: 2 });
});
