/** The check of a deployment, against a server that is one in all but its place. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { smoke } from "../../scripts/deploy/smoke.ts";
import { apiClient, finishJob } from "../../scripts/local/api.ts";
import { openProxy, type RunningProxy } from "../../scripts/local/proxy.ts";
import { freePort } from "../support/local.ts";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let proxy: RunningProxy;
let base: string;
let link: string;

beforeAll(async () => {
  server = await startServer();
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  proxy = await openProxy({ host: "127.0.0.1", port, target: new URL(server.url) });
  const operator = apiClient(base, server.adminSecret);
  const { apiKey } = await operator.post<{ apiKey: string }>("/v1/workspaces", { name: "Smoke" });
  const api = apiClient(base, apiKey);
  const sender = await api.post<{ id: string }>("/v1/senders", { name: "Mia" });
  const content = await api.post<{ id: string }>("/v1/contents", {
    title: "A better night",
    body: "## Dim the lights\n\nAn hour before bed.",
    drafts: ["{Sleeping badly?|Lying awake again?} Four small steps helped."],
    topics: ["sleep"],
    purpose: "inform",
  });
  const { jobId } = await api.post<{ jobId: string }>(`/v1/contents/${content.id}/publish`, {
    acceptAchieved: true,
  });
  await finishJob(api, jobId);
  const made = { contentId: content.id, senderId: sender.id, channel: "chat" };
  link = (await api.post<{ url: string }>("/v1/links", made)).url;
});
afterAll(async () => {
  await proxy?.close();
  await server?.close();
});

test("a Starling that is all there has no faults, its share link included", async () => {
  const findings = await smoke({ base, link, adminSecret: server.adminSecret });
  expect(findings.filter(({ fault }) => fault !== undefined)).toEqual([]);
  expect(findings).toHaveLength(10);
});

test("a wrong secret, a link that leads nowhere and a runtime that is open are named", async () => {
  const findings = await smoke({
    base: server.url,
    link: `${base}/s/aNoSuchL`,
    adminSecret: "not-the-secret",
  });
  const faults = findings.filter(({ fault }) => fault !== undefined).map(({ what }) => what);
  expect(faults).toEqual([
    "no tool of a local runtime answers",
    "the operator's secret is the one here",
    "the link opens as a reader sees it",
  ]);
});
