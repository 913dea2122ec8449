/** How many senders a draft serves: counted once for each state of it, and what publishing insists on. */
import { beforeEach, expect, test, vi } from "vitest";
import {
  addSender,
  capacityOf,
  deliver,
  env,
  freshWorld,
  newWorkspace,
  publishAgain,
  sampleContent,
  type World,
} from "./world.ts";

type Report = {
  seats: number;
  served: number;
  holds: string[];
  sharing: { senders: number; wordings: number; withinTeams: number };
};
type Counting = { status: string; jobId: string; progress: number };

let world: World;
let id: string;
const path = () => `/v1/contents/${id}`;
const jobs = async () =>
  (await env.DB_A.prepare("SELECT id FROM jobs WHERE kind = 'capacity'").all()).results.length;

async function write(drafts: string[] = sampleContent.drafts) {
  const made = await world.call<{ id: string }>("POST", "/v1/contents", {
    ...sampleContent,
    drafts,
  });
  expect(made.status).toBe(201);
  id = made.body.id;
}

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
  await addSender(world);
  await write();
  // No test here may be helped by the real queue.
  vi.spyOn(env.JOBS, "send").mockResolvedValue({} as never);
});

test("a report is counted by one job, however often it is asked for", async () => {
  const first = await world.call<Counting>("GET", `${path()}/capacity`);
  expect([first.status, first.body.status, first.body.progress]).toEqual([202, "counting", 0]);
  const others = await Promise.all(
    Array.from({ length: 5 }, () => world.call<Counting>("GET", `${path()}/capacity`)),
  );
  expect(others.map(({ body }) => body.jobId)).toEqual(Array(5).fill(first.body.jobId));
  await deliver("jobs", [first.body.jobId]);
  const report = await world.call<Report>("GET", `${path()}/capacity`);
  expect([report.status, report.body.seats]).toEqual([200, 1]);
  expect(await jobs()).toBe(1);
});

test("several who ask first at the same time are told of one job", async () => {
  const asked = await Promise.all(
    Array.from({ length: 4 }, () => world.call<Counting>("GET", `${path()}/capacity`)),
  );
  expect(new Set(asked.map(({ body }) => body.jobId)).size).toBe(1);
  expect(await jobs()).toBe(1);
});

test("another draft, another sender and another rule are counted anew, another title is not", async () => {
  await capacityOf(world, id);
  await world.call("PATCH", path(), { title: "新标题" });
  expect((await world.call("GET", `${path()}/capacity`)).status).toBe(200);
  for (const change of [
    () => world.call("PATCH", path(), { drafts: ["今天天气{不错|很好}。"] }),
    () => addSender(world, "Zhou"),
    () => world.call("PATCH", "/v1/workspace", { varyLayout: true }),
  ]) {
    await change();
    expect((await world.call("GET", `${path()}/capacity`)).status).toBe(202);
    expect((await capacityOf<Report>(world, id)).status).toBe(200);
  }
});

test("a job's progress moves while it counts, in few writes", async () => {
  const { body } = await world.call<Counting>("GET", `${path()}/capacity`);
  const progress: number[] = [];
  const prepare = env.DB_A.prepare.bind(env.DB_A);
  const spy = vi.spyOn(env.DB_A, "prepare").mockImplementation((sql) => {
    const statement = prepare(sql);
    const bind = statement.bind.bind(statement);
    statement.bind = (...values) => {
      if (/update "jobs" set .*"progress"/i.test(sql)) {
        progress.push(
          ...values.filter((value): value is number => typeof value === "number" && value <= 1),
        );
      }
      return bind(...values);
    };
    return statement;
  });
  await deliver("jobs", [body.jobId]);
  spy.mockRestore();
  expect(progress.length).toBeGreaterThan(3);
  expect(progress.length).toBeLessThan(14);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  expect(progress.at(-1)).toBe(1);
});

test("a draft that does not compile any more is told of, not counted for ever", async () => {
  await world.call("PATCH", "/v1/workspace", { bannedWords: ["孩子"] });
  const { body } = await world.call<Counting>("GET", `${path()}/capacity`);
  await deliver("jobs", [body.jobId]);
  const told = await world.call<{ code: string }>("GET", `${path()}/capacity`);
  expect([told.status, told.body.code]).toEqual([422, "invalid"]);
});

const plain =
  "店门口那棵老槐树开花了，树下摆着竹椅和棋盘，街坊下棋的下棋，乘凉的乘凉，木匠把旧门板刨平，刷上桐油，立在墙边晾着。";

test("publishing insists on wordings that differ, unless the workspace asks for more", async () => {
  const publish = async (body: object = {}) => {
    const queued = await world.call<{ jobId: string }>("POST", `${path()}/publish`, body);
    await deliver("jobs", [queued.body.jobId]);
    const job = await world.call<{ status: string; error?: { code: string; detail: string } }>(
      "GET",
      `/v1/jobs/${queued.body.jobId}`,
    );
    return job.body;
  };
  await addSender(world, "Zhou");
  const drafts = [`{早|早上好}！${plain}`];
  await world.call("PATCH", path(), { drafts });
  expect((await capacityOf<Report>(world, id)).body.holds).toEqual(["distinct"]);
  await world.call("PATCH", "/v1/workspace", { insistOn: "company" });
  const refused = await publish();
  expect(refused).toMatchObject({ status: "failed", error: { code: "below-floor" } });
  await world.call("PATCH", "/v1/workspace", { insistOn: "distinct" });
  expect(await publish()).toMatchObject({ status: "succeeded" });
});

test("who shares a wording with whom is told before publishing and after", async () => {
  await world.call("POST", "/v1/senders/bulk", {
    senders: ["A", "A", "B", "B", "C"].map((team, i) => ({ name: `S${i}`, team })),
  });
  await world.call("PATCH", path(), { drafts: ["{早|早上好}！好。"] });
  const before = (await capacityOf<Report>(world, id)).body;
  expect([before.seats, before.served]).toEqual([6, 2]);
  expect(before.sharing).toMatchObject({ senders: 6, wordings: 2, withinTeams: 0 });
  await publishAgain(world, id);
  expect((await world.call<Report>("GET", `${path()}/capacity`)).body).toEqual(before);
  const dealt = await world.call<{
    items: { sender: { team: string | null }; variant: { caption: string } | null }[];
  }>("GET", `${path()}/variants?limit=50`);
  const captions = dealt.body.items.map(
    ({ sender, variant }) => `${sender.team} ${variant?.caption}`,
  );
  expect(new Set(captions).size).toBe(6);
});

test("a publish answers who shares a wording with whom: expected, refused, and done", async () => {
  type Wordings = Report & { folded: number };
  const publish = async (body: object = {}) => {
    const queued = await world.call<{ jobId: string; wordings?: Wordings }>(
      "POST",
      `${path()}/publish`,
      body,
    );
    await deliver("jobs", [queued.body.jobId]);
    const job = await world.call<{ status: string; wordings?: Wordings }>(
      "GET",
      `/v1/jobs/${queued.body.jobId}`,
    );
    return { expected: queued.body.wordings, ...job.body, jobId: queued.body.jobId };
  };
  await addSender(world, "Zhou");
  await addSender(world, "Wu");
  await world.call("PATCH", path(), { drafts: ["{早|早上好}！好。"] });
  // Nothing of this state was counted yet.
  const refused = await publish();
  expect(refused).toMatchObject({
    status: "failed",
    wordings: { seats: 3, served: 2, sharing: { senders: 2, wordings: 1 }, holds: [], folded: 0 },
  });
  expect(refused.expected).toBeUndefined();
  const done = await publish({ acceptAchieved: true });
  expect(done.expected).toEqual(refused.wordings);
  expect(done).toMatchObject({ status: "succeeded", wordings: refused.wordings });
  // A later version is another job's.
  await publish({ acceptAchieved: true });
  const again = await world.call<{ wordings?: Wordings }>("GET", `/v1/jobs/${done.jobId}`);
  expect(again.body.wordings).toBeUndefined();
});

test.each([
  [null, /^给.+再写 \d+ 种说法/u],
  ["zh-TW", /^給.+再寫 \d+ 種說法/u],
  ["en", /more options for/u],
])("advice is in the workspace's language (%s), or else in the post's", async (language, words) => {
  type Advised = { advice: { kind: string; text: string }[] };
  await world.call("POST", "/v1/senders/bulk", {
    senders: Array.from({ length: 40 }, (_, i) => ({ name: `S${i}` })),
  });
  await world.call("PATCH", "/v1/workspace", { language });
  await world.call("PATCH", path(), { drafts: [plain] });
  const { advice } = (await capacityOf<Advised>(world, id)).body;
  expect(advice.find(({ kind }) => kind === "sentence-options")?.text).toMatch(words);
  const { body } = await world.call<{ report: Advised }>("POST", "/v1/variations/text", {
    drafts: [plain],
    count: 40,
  });
  expect(body.report.advice.find(({ kind }) => kind === "sentence-options")?.text).toMatch(words);
});
