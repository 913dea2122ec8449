import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openState, saveState, stateFolder } from "../../../scripts/local/state.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "starling-state-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("the folder is STARLING_STATE, else one inside the project", () => {
  expect(stateFolder("/a/b")).toBe("/a/b");
  expect(isAbsolute(stateFolder("here"))).toBe(true);
  expect(stateFolder(undefined)).toBe(stateFolder(""));
  expect(stateFolder(undefined)).toContain(".wrangler");
});

test("secrets are made once and kept", async () => {
  const inside = join(folder, "new");
  const first = await openState(inside);
  expect(first.secrets.ADMIN_SECRET).toMatch(/^[0-9a-f]{48}$/);
  expect(first.secrets.SIGNING_KEYS).toMatch(/^1:[0-9a-f]{64}$/);
  expect(await openState(inside)).toEqual(first);
});

test("two folders have different secrets", async () => {
  const [a, b] = await Promise.all(["a", "b"].map((name) => openState(join(folder, name))));
  expect(a?.secrets).not.toEqual(b?.secrets);
});

test("the demo is remembered beside the secrets", async () => {
  const state = await openState(folder);
  const demo = { workspaceId: "w", apiKey: "sk", kitPath: "/kit/k", sharePath: "/s/c" };
  await saveState(folder, { ...state, demo });
  expect(await openState(folder)).toEqual({ ...state, demo });
});

test.skipIf(process.platform === "win32")("nobody else can read the secrets", async () => {
  await openState(folder);
  expect((await stat(join(folder, "starling.json"))).mode & 0o077).toBe(0);
});

test("a damaged file is not overwritten but named", async () => {
  await writeFile(join(folder, "starling.json"), "{");
  await expect(openState(folder)).rejects.toThrow("starling.json");
});
