/** What a beat costs to take and a visit to write, and whether a flood of them ends in the truth. */

import { Agent, request } from "node:http";
import { createTestHarness, unstable_readConfig as readConfig } from "wrangler";
import { demoContents } from "../scripts/demo/content.ts";
import { apiClient, finishJob } from "../scripts/local/api.ts";
import { quietWrangler, root } from "../scripts/tool.ts";
import { knownId, type LinkCode, type TargetId, type VisitId } from "../src/domain/ids.ts";
import { instant } from "../src/domain/units.ts";
import type { VisitClaims } from "../src/domain/visit.ts";
import { clampBeat, encodeMessage, parseBeat } from "../src/tracking/index.ts";
import type { FloodOutcome } from "./ingest/flood.ts";
import { type Bench, median, time } from "./measure.ts";

const adminSecret = "bench-admin-secret-0123456789";
const visits = 10_000;
// As many as a visit takes, says read-time.
const beats = 7;
const rounds = 9;
const callsPerRound = 200;
const atOnce = 8;

/** The deployment's own configuration, with the measuring Worker in the place of the Worker. */
function benchConfig() {
  const config = readConfig({ config: `${root}wrangler.toml` });
  const { compatibility_date, compatibility_flags, d1_databases, r2_buckets } = config;
  const { kv_namespaces, queues, assets, ratelimits } = config;
  return {
    name: "bench-ingest",
    main: `${root}bench/ingest/ingest.worker.ts`,
    vars: { ADMIN_SECRET: adminSecret, SIGNING_KEYS: "1:bench-signing-key-0123456789" },
    ...{ compatibility_date, compatibility_flags, d1_databases, r2_buckets },
    ...{ kv_namespaces, queues, assets, ratelimits },
  };
}

/** A published article and the code of a link to it. */
async function publish(url: URL): Promise<{ code: string; contentId: string }> {
  const admin = apiClient(url.origin, adminSecret);
  const { apiKey } = await admin.post<{ apiKey: string }>("/v1/workspaces", { name: "Bench" });
  const api = apiClient(url.origin, apiKey);
  const { id: senderId } = await api.post<{ id: string }>("/v1/senders", { name: "林晓雯" });
  const { id } = await api.post<{ id: string }>("/v1/contents", demoContents[0]);
  await finishJob(api, (await api.post<{ jobId: string }>(`/v1/contents/${id}/publish`)).jobId);
  const link = { contentId: id, senderId, channel: "chat" };
  return { code: (await api.post<{ code: string }>("/v1/links", link)).code, contentId: id };
}

function post(url: string, body: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { "User-Agent": phone, "Content-Type": "text/plain" };
    request(url, { agent, method: "POST", headers }, (response) => {
      response.resume().on("end", resolve);
      if (response.statusCode !== 204) reject(new Error(`${url}: ${response.statusCode}`));
    })
      .on("error", reject)
      .end(body);
  });
}

const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50";

/** @returns milliseconds a call, eight at a time over kept-alive connections */
async function load(url: string, body: string, agent: Agent): Promise<number> {
  let left = callsPerRound;
  const begun = performance.now();
  const caller = async () => {
    while (left-- > 0) await post(url, body, agent);
  };
  await Promise.all(Array.from({ length: atOnce }, caller));
  return (performance.now() - begun) / callsPerRound;
}

/** @returns milliseconds a call that never leaves the Worker */
async function repeat(origin: URL, target: string, body: string): Promise<number> {
  const url = new URL("/repeat", origin);
  url.searchParams.set("url", target);
  url.searchParams.set("times", String(callsPerRound));
  const begun = performance.now();
  const headers = { "User-Agent": phone };
  const response = await fetch(url, { method: "POST", body, headers });
  if (!response.ok) throw new Error(await response.text());
  return (performance.now() - begun) / callsPerRound;
}

/** @returns the median for each target; in turns, so that a busy moment falls on both */
async function inTurns(targets: string[], act: (target: string) => Promise<number>) {
  for (const target of targets) await act(target);
  const took = targets.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, target] of targets.entries()) took[index]?.push(await act(target));
  }
  return took.map(median);
}

export const bench: Bench = async () => {
  Object.assign(process.env, quietWrangler);
  const harness = createTestHarness({ root, workers: [{ config: benchConfig() }] });
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  try {
    const { url } = await harness.listen();
    await harness.getWorker().applyD1Migrations("DB_A");
    const { code, contentId } = await publish(url);

    const opened = await fetch(new URL("/t/open", url), {
      method: "POST",
      body: JSON.stringify({ code }),
      headers: { "User-Agent": phone },
    });
    const { token } = (await opened.json()) as { token: string };
    const beat = `1 ${token} 7 c 0 1500 420 500,400,600`;

    const shape = await time(() => parseBeat(beat), { callsPerRound: 10_000 });
    const parsed = parseBeat(beat);
    if (!parsed.ok) throw new Error(`The beat does not parse: ${parsed.reason}`);
    const claims: VisitClaims = {
      visitId: knownId<VisitId>("a"),
      code: knownId<LinkCode>(code),
      target: knownId<TargetId>(contentId),
      sectionCount: 6,
      contentVersion: 1,
      own: null,
      parent: null,
      viewerId: null,
      rung: "aggregate",
      isOwn: false,
      isPreview: false,
      isBot: false,
      isBurst: false,
      issuedAt: instant(0),
      mintedAt: instant(0),
    };
    const cut = await time(
      () =>
        encodeMessage({
          ...clampBeat(parsed.beat, claims, instant(60_000)),
          ...{ claims, receivedAt: instant(1), device: "phone", app: "wechat", isBot: false },
        }),
      { callsPerRound: 10_000 },
    );

    const targets = [new URL("/bare", url).href, new URL("/t", url).href];
    const [bare = 0, taken = 0] = await inTurns(targets, (target) => load(target, beat, agent));
    const [bareInside = 0, takenInside = 0] = await inTurns(targets, (target) =>
      repeat(url, target, beat),
    );

    const flooding = new URL("/flood", url);
    for (const [name, value] of Object.entries({ code, target: contentId, visits, beats })) {
      flooding.searchParams.set(name, String(value));
    }
    const response = await fetch(flooding);
    if (!response.ok) throw new Error(await response.text());
    const outcome = (await response.json()) as FloodOutcome;
    return [
      { what: "reading a beat's text", value: shape * 1000, unit: "µs" },
      { what: "cutting it and writing the message", value: cut * 1000, unit: "µs" },
      { what: "bare route over HTTP", value: 1000 / bare, unit: "requests/s" },
      { what: "beats over HTTP", value: 1000 / taken, unit: "beats/s" },
      { what: "a beat over HTTP", value: taken / bare, unit: "× bare" },
      { what: "bare route inside the Worker", value: bareInside * 1000, unit: "µs" },
      { what: "a beat inside the Worker", value: takenInside * 1000, unit: "µs" },
      { what: "flood: messages", value: outcome.messages, unit: "" },
      { what: "flood: visits", value: outcome.visits, unit: "" },
      {
        what: "flood: visits that differ from the model",
        value: outcome.wrong,
        unit: "",
        budget: 0,
      },
      {
        what: "flood: rows written",
        value: outcome.rowsWritten / outcome.visits,
        unit: "rows/visit",
      },
      {
        what: "flood: statements",
        value: outcome.statements / outcome.visits,
        unit: "statements/visit",
      },
      {
        what: "flood: consumed",
        value: (1000 * outcome.messages) / outcome.milliseconds,
        unit: "beats/s",
      },
    ];
  } finally {
    agent.destroy();
    await harness.close();
  }
};
