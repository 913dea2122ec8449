import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { merged, withSettings } from "../../../scripts/deploy/production.ts";
import {
  idOf,
  neededResources,
  type RawConfig,
  resourceKey,
  withIds,
} from "../../../scripts/deploy/resources.ts";
import { dropKey, freshSecrets, rotateKeys } from "../../../scripts/deploy/secrets.ts";
import { smoke } from "../../../scripts/deploy/smoke.ts";

const config: RawConfig = {
  name: "starling",
  d1_databases: [{ binding: "DB_A", database_name: "starling-a", database_id: "0" }],
  kv_namespaces: [{ binding: "CACHE", id: "0" }],
  r2_buckets: [{ bucket_name: "media" }],
  queues: { consumers: [{ queue: "beats" }, { queue: "beats-dead" }] },
};
const made = {
  "database starling-a": "d",
  "namespace starling-cache": "n",
  "bucket media": "media",
  "queue beats": "beats",
  "queue beats-dead": "beats-dead",
};

test("a deployment needs its database, namespace and bucket, and every queue that is consumed", () => {
  expect(neededResources(config).map(resourceKey)).toEqual(Object.keys(made));
});

test("ids go where they belong, and what is missing is named", () => {
  expect(withIds(config, { made })).toMatchObject({
    d1_databases: [{ database_id: "d" }],
    kv_namespaces: [{ id: "n" }],
  });
  const { "queue beats-dead": _, ...less } = made;
  expect(() => withIds(config, { made: less })).toThrow(/queue beats-dead[^,]*deploy:setup/);
});

test.each([
  ["database", 'binding = "a"\ndatabase_id = "5e0a1c9e-2222-4333-8444-0123456789ab"'],
  ["namespace", 'binding = "CACHE"\nid = "a1b2c3d4e5f60718293a4b5c6d7e8f90"'],
  ["namespace", '{ "binding": "CACHE", "id": "a1b2c3d4e5f60718293a4b5c6d7e8f90" }'],
] as const)("the id of a new %s is read from what wrangler says", (kind, said) => {
  const id = idOf({ kind, name: "x", command: [] }, said);
  expect(said).toContain(`"${id}"`);
  expect(id).toMatch(/^[0-9a-f-]{32,36}$/);
  expect(() => idOf({ kind, name: "x", command: [] }, "Something else")).toThrow("names no id");
});

test("settings take the place of what they name, and add to tables", () => {
  const before = { crons: [1], vars: { a: 1, b: 2 } };
  expect(merged(before, { crons: [2], vars: { b: 3 } })).toEqual({
    crons: [2],
    vars: { a: 1, b: 3 },
  });
});

test("with a domain there is no other address, unless it is asked for", () => {
  const routes = [{ pattern: "read.example.com", custom_domain: true }];
  expect(withSettings(config, { settings: { routes } })).toMatchObject({
    workers_dev: false,
    preview_urls: false,
  });
  const both = withSettings(config, { settings: { routes, workers_dev: true } });
  expect(both).toMatchObject({ workers_dev: true });
});

test("a rotation puts a new key in front and keeps the others; a drop takes one that does not sign", () => {
  const first = freshSecrets().SIGNING_KEYS;
  const second = rotateKeys(first);
  expect(second).toMatch(/^2:[0-9a-f]{64},1:[0-9a-f]{64}$/);
  expect(second.endsWith(first)).toBe(true);
  expect(dropKey(second, 1)).toBe(second.split(",")[0]);
  expect(() => dropKey(second, 2)).toThrow("rotate");
  expect(() => dropKey(second, 7)).toThrow("2, 1");
  expect(() => rotateKeys("no keys")).toThrow("id:secret");
});

test("ids go up to 255, then those that are free between the oldest and the newest", () => {
  expect(rotateKeys("255:a,3:b,2:c")).toMatch(/^4:/);
  const all = Array.from({ length: 255 }, (_, index) => `${index + 1}:x`).join();
  expect(() => rotateKeys(all)).toThrow("used");
});

test("a server that says yes to everything is not taken for a deployment", async () => {
  const server = createServer((_, response) => response.end("fine")).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const findings = await smoke({ base, link: `${base}/s/a`, adminSecret: undefined });
  server.closeAllConnections();
  server.close();
  expect(findings.filter(({ fault }) => fault === undefined)).toEqual([]);
  const gone = await smoke({ base });
  expect(gone.filter(({ fault }) => fault === undefined)).toEqual([]);
});
