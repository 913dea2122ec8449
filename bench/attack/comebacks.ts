/** How soon what was at work is done that a kill -9 of every process interrupted. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Api, apiClient, finishJob } from "../../scripts/local/api.ts";
import {
  beginIngest,
  ended,
  freePort,
  killAll,
  type Ready,
  ready,
  start,
} from "../../test/support/local.ts";
import type { Measurement } from "../measure.ts";

type Begin = (api: Api, running: Ready) => Promise<string>;

const post = {
  title: "今晚读什么",
  body: "## 看\n\n坐在旁边，先看三分钟。",
  drafts: ["今晚{甲|乙|丙|丁}读一篇，{子|丑|寅|卯}慢慢看，{春|夏|秋|冬}再聊。"],
};

/** For 500 people more, so that it is not over at once. */
const publish: Begin = async (api) => {
  const senders = Array.from({ length: 500 }, (_, at) => ({ name: `同事${at}` }));
  await api.post("/v1/senders/bulk", { senders });
  const { id } = await api.post<{ id: string }>("/v1/contents", post);
  const path = `/v1/contents/${id}/publish`;
  return (await api.post<{ jobId: string }>(path, { acceptAchieved: true })).jobId;
};

const ingest: Begin = async (api, running) => {
  const { id } = await api.post<{ id: string }>("/v1/contents", post);
  return await beginIngest(running, id);
};

/** Waits until a job is at work. @throws where it is over before anybody could have killed it */
async function isAtWork(api: Api, jobId: string): Promise<void> {
  for (;;) {
    const { status } = await api.get<{ status: string }>(`/v1/jobs/${jobId}`);
    if (status === "running") return;
    if (status !== "queued") throw new Error(`The job ${status} before it could be killed.`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Seconds from when the next start is ready until a job is done that it was at when everything was killed. */
async function comeback(begin: Begin): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "starling-comeback-"));
  const place = { folder, port: await freePort() };
  let child = start(place);
  try {
    const running = await ready(child);
    const jobId = await begin(apiClient(running.baseUrl, running.apiKey), running);
    await isAtWork(apiClient(running.baseUrl, running.apiKey), jobId);
    await killAll(place, child);
    child = start(place);
    const { baseUrl, apiKey } = await ready(child);
    const begun = performance.now();
    await finishJob(apiClient(baseUrl, apiKey), jobId, 300_000);
    return (performance.now() - begun) / 1000;
  } finally {
    const end = ended(child);
    child.kill("SIGTERM");
    await end;
    await rm(folder, { recursive: true, force: true });
  }
}

export async function comebacks(): Promise<Measurement[]> {
  const unit = "s after the restart";
  return [
    {
      what: "11 a publish that was killed",
      value: await comeback(publish),
      unit,
      budget: 30,
      before: 156,
    },
    {
      what: "11 an upload that was killed",
      value: await comeback(ingest),
      unit,
      budget: 30,
      before: 168,
    },
  ];
}
