/** What a warm share link costs: D1 statements, bytes, and time beside a bare route in the same Worker. */
import { Agent, get } from "node:http";
import { gzipSync } from "node:zlib";
import { createTestHarness, unstable_readConfig as readConfig } from "wrangler";
import { demoContents } from "../scripts/demo/content.ts";
import { type Api, apiClient, finishJob } from "../scripts/local/api.ts";
import { quietWrangler, root } from "../scripts/tool.ts";
import { type Bench, median } from "./measure.ts";

const adminSecret = "bench-admin-secret-0123456789";
/** Readers': a machine's openings are never asked about, and get no burst's mark. */
const headers = {
  "User-Agent":
    "Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50",
  "Accept-Language": "zh-CN,zh;q=0.9",
};
const rounds = 9;
const callsPerRound = 200;
const atOnce = 8;

/** A published article and a link to it. */
async function publish(api: Api): Promise<string> {
  const { id: senderId } = await api.post<{ id: string }>("/v1/senders", { name: "林晓雯" });
  const { id } = await api.post<{ id: string }>("/v1/contents", demoContents[0]);
  const { jobId } = await api.post<{ jobId: string }>(`/v1/contents/${id}/publish`);
  await finishJob(api, jobId);
  const { link } = await api.get<{ link: { url: string } }>(
    `/v1/contents/${id}/variants/${senderId}`,
  );
  return link.url;
}

/** @returns milliseconds for one call, at full load over kept-alive connections */
async function load(url: string, agent: Agent): Promise<number> {
  let left = callsPerRound;
  const begun = performance.now();
  const caller = async () => {
    while (left-- > 0) await call(url, agent);
  };
  await Promise.all(Array.from({ length: atOnce }, caller));
  return (performance.now() - begun) / callsPerRound;
}

/** @returns milliseconds for one of the calls that the Worker makes of itself where it is asked so */
async function repeat(origin: URL, asked: string): Promise<number> {
  const url = new URL(asked, origin);
  url.searchParams.set("times", String(callsPerRound));
  const begun = performance.now();
  const response = await fetch(url, { headers });
  if (!response.ok)
    throw new Error(`${asked} answered ${response.status}: ${await response.text()}`);
  return (performance.now() - begun) / callsPerRound;
}

/** @returns the median for each target; in turns, so that a busy moment falls on all of them */
async function inTurns(
  targets: readonly string[],
  act: (target: string) => Promise<number>,
): Promise<number[]> {
  for (const target of targets) await act(target);
  const took = targets.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, target] of targets.entries()) took[index]?.push(await act(target));
  }
  return took.map(median);
}

let readers = 0;

/** Each call is a reader's at an address of their own, as the local server believes a caller to say. */
function call(url: string, agent: Agent): Promise<void> {
  readers++;
  const from = { "CF-Connecting-IP": `2001:db8:1::${readers.toString(16)}` };
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { ...headers, ...from } }, (response) =>
      response.resume().on("end", resolve),
    ).on("error", reject);
  });
}

/** The deployment's own configuration, with the counting Worker in the place of the Worker. */
function benchConfig() {
  const config = readConfig({ config: `${root}wrangler.toml` });
  const { compatibility_date, compatibility_flags, d1_databases, r2_buckets } = config;
  const { kv_namespaces, queues, assets, ratelimits } = config;
  return {
    name: "bench-open",
    main: `${root}bench/open/open.worker.ts`,
    vars: { ADMIN_SECRET: adminSecret, SIGNING_KEYS: "1:bench-signing-key-0123456789" },
    ...{ compatibility_date, compatibility_flags, d1_databases, r2_buckets },
    ...{ kv_namespaces, queues, assets, ratelimits },
  };
}

export const bench: Bench = async () => {
  Object.assign(process.env, quietWrangler);
  const harness = createTestHarness({
    root,
    workers: [{ config: benchConfig() }],
  });
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  try {
    const { url } = await harness.listen();
    await harness.getWorker().applyD1Migrations("DB_A");
    const { apiKey } = await apiClient(url.origin, adminSecret).post<{ apiKey: string }>(
      "/v1/workspaces",
      { name: "Bench" },
    );
    const share = await publish(apiClient(url.origin, apiKey));
    const page = (await fetch(share, { headers, redirect: "manual" })).headers.get("location");
    if (!page) throw new Error("The share link did not lead to its page.");
    const pageUrl = new URL(page, url).href;
    const html = await (await fetch(pageUrl, { headers })).text();

    const prepared = async () => Number(await (await fetch(new URL("/statements", url))).text());
    const before = await prepared();
    for (let i = 0; i < 10; i++) await (await fetch(pageUrl, { headers })).arrayBuffer();
    const statements = ((await prepared()) - before) / 10;

    const targets = [new URL("/bare", url).href, share, pageUrl];
    const [bare = 0, redirect = 0, read = 0] = await inTurns(targets, (target) =>
      load(target, agent),
    );
    const insides = [
      ["bare route inside the Worker", `/repeat?url=${encodeURIComponent(targets[0] ?? "")}`],
      ["redirect inside the Worker", `/repeat?url=${encodeURIComponent(share)}`],
      ["page inside the Worker", `/repeat?by=many&url=${encodeURIComponent(pageUrl)}`],
      ["page, by one reader over and over", `/repeat?url=${encodeURIComponent(pageUrl)}`],
      ["a rate limiter's answer", "/limiter?"],
    ] as const;
    const inside = await inTurns(
      insides.map(([, asked]) => asked),
      (asked) => repeat(url, asked),
    );
    return [
      { what: "D1 statements of a warm open", value: statements, unit: "statements", budget: 0 },
      { what: "page, gzip", value: gzipSync(html).length, unit: "bytes", budget: 30_000 },
      { what: "bare route over HTTP", value: bare, unit: "ms" },
      { what: "redirect over HTTP", value: redirect / bare, unit: "× bare", budget: 1 / 0.8 },
      { what: "page over HTTP", value: read / bare, unit: "× bare", budget: 1 / 0.5 },
      ...insides.map(([what], index) => ({
        what,
        value: (inside[index] ?? 0) * 1000,
        unit: "µs",
      })),
    ];
  } finally {
    agent.destroy();
    await harness.close();
  }
};
