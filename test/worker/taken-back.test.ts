/** What is taken back is gone, and what two people change at once is nobody's loss. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { unusualJpeg } from "../unit/variation/image/encode.ts";
import {
  addSender,
  admin,
  call,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publishAgain,
  sampleContent,
  type World,
} from "./world.ts";

let world: World;

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
});

describe("a sender's picture", () => {
  async function sharedPicture() {
    const sender = await addSender(world);
    const made = await world.call<{ id: string }>("POST", "/v1/contents", sampleContent);
    const uploaded = await fetchRaw(`/v1/contents/${made.body.id}/images`, {
      method: "POST",
      headers: { Authorization: `Bearer ${world.key}`, "Content-Type": "image/jpeg" },
      body: unusualJpeg({ width: 640, height: 480, h: 2, v: 2 }),
    });
    expect(uploaded.status).toBe(201);
    await publishAgain(world, made.body.id);
    const { body } = await world.call<{ images: { url: string }[] }>(
      "GET",
      `/v1/contents/${made.body.id}/variants/${sender.id}`,
    );
    return { id: made.body.id, path: new URL(body.images[0]?.url ?? "").pathname };
  }

  test.each(["withdraw", "delete"])("ends within minutes of a %s", async (how) => {
    const { id, path } = await sharedPicture();
    const shown = await fetchRaw(path);
    await shown.arrayBuffer();
    expect(shown.status).toBe(200);
    expect(shown.headers.get("Content-Disposition")).toMatch(/^inline; filename="picture\.jpg"/);
    const named = await fetchRaw(`${path}?as=${encodeURIComponent("清明")}`);
    await named.arrayBuffer();
    expect(named.headers.get("Content-Disposition")).toContain(
      "filename*=UTF-8''%E6%B8%85%E6%98%8E.jpg",
    );
    expect(shown.headers.get("Cache-Control")).toBe("public, max-age=300, must-revalidate");
    const etag = shown.headers.get("ETag") ?? "";
    const asking = { headers: { "If-None-Match": etag } };
    expect((await fetchRaw(path, asking)).status).toBe(304);

    if (how === "withdraw") await world.call("POST", `/v1/contents/${id}/withdraw`);
    else await world.call("DELETE", `/v1/contents/${id}`);
    vi.useFakeTimers({ now: Date.now() + 120_000, toFake: ["Date"] });
    expect((await fetchRaw(path)).status).toBe(404);
    expect((await fetchRaw(path, asking)).status).toBe(404);
    vi.useRealTimers();
  });
});

describe("a change that was made from an older state", () => {
  test("is a conflict where it says which, and loses nothing", async () => {
    const made = await world.call<{ id: string; revision: string }>(
      "POST",
      "/v1/contents",
      sampleContent,
    );
    const path = `/v1/contents/${made.body.id}`;
    vi.useFakeTimers({ now: Date.now() + 1000, toFake: ["Date"] });
    const first = await world.call("PATCH", path, {
      title: "Mine",
      revision: made.body.revision,
    });
    vi.useRealTimers();
    expect(first.status).toBe(200);
    const second = await world.call("PATCH", path, {
      title: "Theirs",
      revision: made.body.revision,
    });
    expect(second.status).toBe(409);
    expect((await world.call("GET", path)).body).toMatchObject({ title: "Mine" });
  });
});

describe("a workspace that lost its keys", () => {
  test("gets a new one from the operator, and from nobody else", async () => {
    const path = `/v1/workspaces/${world.id}/api-keys`;
    expect((await world.call("POST", path, { name: "Rescue" })).status).toBe(401);
    const made = await call<{ key: string }>("POST", path, { name: "Rescue" }, admin);
    expect(made.status).toBe(201);
    const seen = await world.call("GET", "/v1/api-keys", undefined, { key: made.body.key });
    expect(seen.status).toBe(200);
    const nowhere = await call("POST", "/v1/workspaces/aunknown/api-keys", { name: "R" }, admin);
    expect(nowhere.status).toBe(404);
  });
});
