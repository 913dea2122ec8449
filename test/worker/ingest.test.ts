/** Uploads are worked off by a job: what callers see meanwhile, and what is left when things go wrong. */
import { applyD1Migrations, createExecutionContext, reset } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createContext } from "../../src/app.ts";
import { runSchedule } from "../../src/usecases/run-schedule.ts";
import { unusualJpeg } from "../unit/variation/image/encode.ts";
import {
  addSender,
  deliver,
  env,
  eventually,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publishAgain,
  sampleContent,
  type World,
} from "./world.ts";

const photo = unusualJpeg({ width: 160, height: 120, h: 2, v: 2 });
/** Whole by its markers; only decoding shows that data is missing. */
const damaged = Uint8Array.of(...photo.subarray(0, 900), 0xff, 0xd9);
const asyncly = { Prefer: "respond-async" };

type Image = {
  id: string;
  status: "processing" | "ready" | "failed";
  width: number;
  height: number;
  url: string;
  jobId?: string;
  qr: object | null;
  error?: { code: string; detail: string; errors?: { path: string; message: string }[] };
};
type Job = { kind: string; status: string; error?: Image["error"] };

let world: World;
let content: string;

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
  content = (await world.call<{ id: string }>("POST", "/v1/contents", sampleContent)).body.id;
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** From here on no message leaves for the queue by itself. */
const hold = (queue: "JOBS" | "UPLOADS") =>
  vi.spyOn(env[queue], "send").mockResolvedValue({} as never);

function post(bytes: Uint8Array, headers: Record<string, string> = {}) {
  return fetchRaw(`/v1/contents/${content}/images`, {
    method: "POST",
    headers: { Authorization: `Bearer ${world.key}`, "Content-Type": "image/jpeg", ...headers },
    body: bytes,
  });
}

/** An upload whose job waits to be delivered by the test. */
async function begin(bytes = photo): Promise<Image & { jobId: string }> {
  hold("UPLOADS");
  const response = await post(bytes, asyncly);
  expect(response.status).toBe(202);
  return await response.json();
}

const pathOf = (id: string) => `/v1/contents/${content}/images/${id}`;
const look = async (id: string) => (await world.call<Image>("GET", pathOf(id))).body;
const jobOf = async (id: string) => (await world.call<Job>("GET", `/v1/jobs/${id}`)).body;
const listed = async () =>
  (await world.call<{ images: Image[]; draftVersion: number }>("GET", `/v1/contents/${content}`))
    .body;
const files = async () => (await env.MEDIA.list()).objects.map(({ key }) => key);
/** HEAD, of which the edge cache keeps nothing that would outlast the test. */
const served = (url: string) => fetchRaw(new URL(url).pathname, { method: "HEAD" });

/** The picture turned as a phone marks it: its first row is the right side. */
function turned(bytes: Uint8Array): Uint8Array {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6];
  const body = [...new TextEncoder().encode("Exif\0\0"), ...tiff, 0, 0, 0, 0, 0, 0];
  return Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0, body.length + 2, ...body, ...bytes.subarray(2));
}

describe("a caller", () => {
  test("who waits gets the ready image", async () => {
    const response = await post(photo);
    const image = await response.json<Image>();
    expect([response.status, image.status]).toEqual([201, "ready"]);
    expect(response.headers.get("Location")).toBe(pathOf(image.id));
    expect(await look(image.id)).toEqual(image);
  });

  test("who does not wait is told size, job and address at once", async () => {
    hold("UPLOADS");
    const response = await post(
      turned(unusualJpeg({ width: 100, height: 75, h: 2, v: 2 })),
      asyncly,
    );
    const image = await response.json<Image>();
    expect([response.status, response.headers.get("Location")]).toEqual([202, pathOf(image.id)]);
    expect(image).toMatchObject({ status: "processing", width: 64, height: 100 });
    expect(await jobOf(image.jobId ?? "")).toMatchObject({ kind: "ingest", status: "queued" });
    const early = await served(image.url);
    expect([early.status, early.headers.get("Cache-Control")]).toEqual([503, "no-store"]);
    expect(early.headers.get("Retry-After")).toBeTruthy();

    await deliver("uploads", [image.jobId]);
    const { jobId: _, ...same } = image;
    const ready = await look(image.id);
    expect(ready).toEqual({
      ...same,
      status: "ready",
      own: { texture: expect.any(Number), advice: expect.any(Array) },
    });
    expect((await listed()).images).toEqual([ready]);
    const picture = await served(image.url);
    expect([picture.status, picture.headers.get("Content-Type")]).toEqual([200, "image/jpeg"]);
    expect(await jobOf(image.jobId ?? "")).toMatchObject({ status: "succeeded" });
  });

  test.each(["wait=0", "respond-async, wait=0", "WAIT=0"])(
    "whose patience ends (%s) gets the image as it is, and finds it ready later",
    async (prefer) => {
      const response = await post(photo, { Prefer: prefer });
      const { id, status } = await response.json<Image>();
      expect([response.status, status]).toEqual([202, "processing"]);
      await eventually(async () => ((await look(id)).status === "ready" ? true : undefined));
    },
  );

  test("who would rather have it at once but can wait (respond-async, wait=60) gets it ready", async () => {
    expect((await post(photo, { Prefer: "respond-async, wait=60" })).status).toBe(201);
  });

  test("can mark places while the image is processing", async () => {
    const large = unusualJpeg({ width: 640, height: 480, h: 2, v: 2 });
    const { id, jobId } = await begin(large);
    const qr = { x: 400, y: 240, size: 220 };
    const marked = await world.call<Image>("PATCH", pathOf(id), { qr });
    expect(marked.body).toMatchObject({ status: "processing", qr });
    await deliver("uploads", [jobId]);
    expect(await look(id)).toMatchObject({ status: "ready", qr });
  });

  test("uploads many at once: all have places of their own, a later one comes last", async () => {
    const made = await Promise.all([1, 2, 3].map(() => post(photo)));
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201]);
    const [first] = (await listed()).images;
    await world.call("DELETE", pathOf(first?.id ?? ""));
    const { id } = await (await post(photo)).json<Image>();
    expect((await listed()).images.map((image) => image.id).indexOf(id)).toBe(2);
    const { results } = await env.DB_A.prepare("SELECT DISTINCT position FROM images").all();
    expect(results).toHaveLength(3);
  });
});

describe("a repeated call", () => {
  const once = { "Idempotency-Key": "one" };

  test("gets the first answer again and makes no second image", async () => {
    const first = await post(photo, once);
    const again = await post(photo, once);
    expect([again.status, again.headers.get("Idempotency-Replayed")]).toEqual([201, "true"]);
    expect(await again.json()).toEqual(await first.json());
    expect((await listed()).images).toHaveLength(1);
    expect((await post(turned(photo), once)).status).toBe(409);
  });

  test("of one that did not wait is told what that was told", async () => {
    hold("UPLOADS");
    const first = await post(photo, { ...once, ...asyncly });
    const again = await post(photo, { ...once, ...asyncly });
    expect(again.status).toBe(202);
    expect(await again.json()).toEqual(await first.json());
  });

  test("of one that was refused is refused for the same reason", async () => {
    for (const _ of [1, 2]) expect((await post(damaged, once)).status).toBe(422);
  });

  test("keeps the file as it is, whatever type it claims", async () => {
    const headers = { ...once, "Content-Type": "application/octet-stream" };
    expect((await post(photo, headers)).status).toBe(201);
  });
});

describe("a damaged file", () => {
  test("is refused to a caller who waits and leaves nothing behind", async () => {
    const before = await listed();
    const response = await post(damaged);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ message: "image-truncated" }] });
    expect(await listed()).toEqual(before);
    expect(await files()).toEqual([]);
  });

  test("is shown as failed, with its reason, to one who did not", async () => {
    const { id, jobId, url } = await begin(damaged);
    await deliver("uploads", [jobId]);
    const image = await look(id);
    expect(image).toMatchObject({ status: "failed", error: { code: "invalid" } });
    expect(image.error?.errors).toEqual([{ path: "body", message: "image-truncated" }]);
    expect((await listed()).images).toEqual([image]);
    expect(await jobOf(jobId)).toMatchObject({ status: "failed", error: image.error });
    expect((await served(url)).status).toBe(404);
    expect(await files()).toEqual([]);
    expect((await world.call("DELETE", pathOf(id))).status).toBe(204);
    expect((await listed()).images).toEqual([]);
  });

  test("changes no draft, a ready one does", async () => {
    await addSender(world);
    await publishAgain(world, content);
    expect((await post(damaged)).status).toBe(422);
    expect(await listed()).toMatchObject({ draftVersion: 1 });
    expect((await post(photo)).status).toBe(201);
    expect(await listed()).toMatchObject({ draftVersion: 2 });
  });
});

describe("an ingest job", () => {
  test("delivered twice, even at the same time, makes one image", async () => {
    const { id, jobId, url } = await begin();
    await Promise.all([deliver("uploads", [jobId]), deliver("uploads", [jobId])]);
    const after = await files();
    await deliver("uploads", [jobId, jobId]);
    expect(await look(id)).toMatchObject({ status: "ready" });
    expect(await jobOf(jobId)).toMatchObject({ status: "succeeded" });
    expect(await files()).toEqual(after);
    expect(after).toHaveLength(1);
    expect((await served(url)).status).toBe(200);
  });

  test("whose upload another delivery has just worked off leaves the image ready", async () => {
    const { id, jobId, url } = await begin();
    const get = env.MEDIA.get.bind(env.MEDIA) as (...all: unknown[]) => Promise<never>;
    vi.spyOn(env.MEDIA, "get").mockImplementationOnce((async (...all: unknown[]) => {
      // The other has the turn once nothing was heard of the first for half a minute.
      vi.useFakeTimers({ now: Date.now() + 31_000, toFake: ["Date"] });
      await deliver("uploads", [jobId]);
      return await get(...all);
    }) as never);
    await deliver("uploads", [jobId]);
    expect(await look(id)).toMatchObject({ status: "ready" });
    expect((await served(url)).status).toBe(200);
  });

  test.each(["put", "delete"] as const)(
    "that breaks off at its %s is carried on by the next delivery",
    async (step) => {
      const { id, jobId } = await begin();
      vi.spyOn(env.MEDIA, step).mockRejectedValueOnce(new Error("R2 is away"));
      expect((await deliver("uploads", [jobId])).retried).toHaveLength(1);
      expect((await deliver("uploads", [jobId])).acked).toHaveLength(1);
      expect(await look(id)).toMatchObject({ status: "ready" });
      expect(await files()).toEqual([expect.stringMatching(`^${id}\\.[0-9a-f]{24}$`)]);
    },
  );

  test("that never ends is given up, and nothing of it stays", async () => {
    const { id, jobId } = await begin();
    await env.DB_A.prepare("UPDATE jobs SET attempts = 4, status = 'running'").run();
    await deliver("uploads", [jobId]);
    expect(await look(id)).toMatchObject({ status: "failed", error: { code: "unavailable" } });
    expect(await files()).toEqual([]);
  });

  test("whose upload broke off says so", async () => {
    const { id, jobId } = await begin();
    await env.MEDIA.delete(await files());
    await deliver("uploads", [jobId]);
    expect(await look(id)).toMatchObject({ status: "failed", error: { code: "unavailable" } });
  });

  test("that nothing has touched for two minutes is woken through the queue of uploads", async () => {
    const { jobId } = await begin();
    const send = vi.mocked(env.UPLOADS.send);
    send.mockClear();
    const jobs = hold("JOBS");
    vi.useFakeTimers({ now: Date.now() + 3 * 60_000, toFake: ["Date"] });
    await runSchedule(await createContext(env, createExecutionContext(), "test", ""));
    expect(send.mock.calls.map(([id]) => id)).toEqual([jobId]);
    expect(jobs).not.toHaveBeenCalled();
  });

  test("waits for the one before it, so that only one upload is in memory", async () => {
    const begun = [await begin(), await begin(), await begin()];
    const steps: string[] = [];
    for (const step of ["get", "put"] as const) {
      const real = env.MEDIA[step].bind(env.MEDIA) as (key: string, ...more: unknown[]) => unknown;
      vi.spyOn(env.MEDIA, step).mockImplementation(((key: string, ...more: unknown[]) => {
        steps.push(`${step} ${key.split(".")[0]}`);
        return real(key, ...more);
      }) as never);
    }
    await deliver(
      "uploads",
      begun.map(({ jobId }) => jobId),
    );
    expect(steps).toEqual(begun.flatMap(({ id }) => [`get ${id}`, `put ${id}`]));
  });
});

describe("a file that cannot be kept", () => {
  test("is answered 503, leaves nothing behind and may be sent again under the same key", async () => {
    const once = { "Idempotency-Key": "kept" };
    vi.spyOn(env.MEDIA, "put").mockRejectedValueOnce(new Error("R2 is away"));
    const refused = await post(photo, once);
    expect([refused.status, (await listed()).images]).toEqual([503, []]);
    expect((await post(photo, once)).status).toBe(201);
  });
});

describe("an image deleted while it is processing", () => {
  const nothingIsLeft = async () => {
    expect(await files()).toEqual([]);
    expect((await env.DB_A.prepare("SELECT id FROM images").all()).results).toEqual([]);
  };
  const gone = async (jobId: string) => {
    await deliver("uploads", [jobId]);
    expect(await jobOf(jobId)).toMatchObject({ status: "failed", error: { code: "conflict" } });
    await nothingIsLeft();
  };
  const ways = [
    ["by itself", (id: string) => pathOf(id)],
    ["with its content", () => `/v1/contents/${content}`],
  ] as const;

  test.each(ways)("%s comes to nothing", async (_, path) => {
    const { id, jobId } = await begin();
    expect((await world.call("DELETE", path(id))).status).toBe(204);
    await nothingIsLeft();
    await gone(jobId);
  });

  test.each(ways)("%s in the middle of its job leaves no file", async (_, path) => {
    const { id, jobId } = await begin();
    const put = env.MEDIA.put.bind(env.MEDIA) as (...all: unknown[]) => Promise<never>;
    vi.spyOn(env.MEDIA, "put").mockImplementationOnce((async (...all: unknown[]) => {
      await world.call("DELETE", path(id));
      return await put(...all);
    }) as never);
    await gone(jobId);
  });
});

describe("publishing", () => {
  /** A publish job that is only run when the test says so; `woken` tells whether it was woken since. */
  async function publishing() {
    const send = hold("JOBS");
    const path = `/v1/contents/${content}/publish`;
    const { jobId } = (await world.call<{ jobId: string }>("POST", path, {})).body;
    send.mockClear();
    const woken = () => send.mock.calls.map(([id]) => id).includes(jobId);
    return { jobId, woken, run: () => deliver("jobs", [jobId]) };
  }

  test("waits until the last image is ready, and takes it in", async () => {
    const sender = await addSender(world);
    const [first, second] = [await begin(), await begin()];
    const { jobId, woken, run } = await publishing();
    await run();
    await deliver("uploads", [first.jobId]);
    expect(woken()).toBe(false);
    await run();
    expect(await jobOf(jobId)).toMatchObject({ status: "queued" });
    await deliver("uploads", [second.jobId]);
    expect(woken()).toBe(true);
    await run();
    expect(await jobOf(jobId)).toMatchObject({ status: "succeeded" });
    const path = `/v1/contents/${content}/variants/${sender.id}`;
    const { body } = await world.call<{ images: object[] }>("GET", path);
    expect(body.images).toHaveLength(2);
    expect(await listed()).toMatchObject({ draftVersion: 1, publishedVersion: 1 });
  });

  test("goes on when the image it waits for is deleted", async () => {
    const { id, jobId: ingest } = await begin();
    const { jobId, woken, run } = await publishing();
    await run();
    await world.call("DELETE", pathOf(id));
    await deliver("uploads", [ingest]);
    expect(woken()).toBe(true);
    await run();
    expect(await jobOf(jobId)).toMatchObject({ status: "succeeded" });
  });

  test("leaves an image that is uploaded meanwhile to the next version", async () => {
    const sender = await addSender(world);
    const { jobId, run } = await publishing();
    let late = "";
    const batch = env.DB_A.batch.bind(env.DB_A);
    vi.spyOn(env.DB_A, "batch").mockImplementation(async (statements) => {
      const results = await batch(statements);
      const job = await env.DB_A.prepare("SELECT progress FROM jobs WHERE kind = 'publish'").first<{
        progress: number;
      }>();
      if (job?.progress === 0.8 && late === "") {
        late = "under way";
        late = (await begin()).jobId;
      }
      return results as never;
    });
    await run();
    vi.mocked(env.DB_A.batch).mockRestore();
    expect(await jobOf(jobId)).toMatchObject({ status: "succeeded" });
    const path = `/v1/contents/${content}/variants/${sender.id}`;
    expect((await world.call<{ images: object[] }>("GET", path)).body.images).toEqual([]);
    expect(await listed()).toMatchObject({ draftVersion: 1 });
    await deliver("uploads", [late]);
    expect(await listed()).toMatchObject({ draftVersion: 2, images: [{ status: "ready" }] });
  });

  test("is refused while an image has failed, and says which", async () => {
    expect((await post(photo)).status).toBe(201);
    const { jobId: ingest } = await begin(damaged);
    await deliver("uploads", [ingest]);
    const { jobId, run } = await publishing();
    await run();
    const { status, error } = await jobOf(jobId);
    expect([status, error?.code]).toEqual(["failed", "image-failed"]);
    expect(error?.errors?.map(({ path }) => path)).toEqual(["images[1]"]);
    expect(await listed()).toMatchObject({ status: "draft" });
  });

  test("keeps the images it may have taken in", async () => {
    const image = await (await post(photo)).json<Image>();
    await publishing();
    await env.DB_A.prepare("UPDATE jobs SET status = 'running' WHERE kind = 'publish'").run();
    const refused = await world.call<{ code: string }>("DELETE", pathOf(image.id));
    expect([refused.status, refused.body.code]).toEqual([409, "conflict"]);
    expect((await served(image.url)).status).toBe(200);
  });
});

test("a page of contents asks once for all their images", async () => {
  expect((await post(photo)).status).toBe(201);
  const count = async () => {
    const prepare = vi.spyOn(env.DB_A, "prepare");
    const { body } = await world.call<{ items: { id: string; images: object[] }[] }>(
      "GET",
      "/v1/contents",
    );
    const statements = prepare.mock.calls.length;
    prepare.mockRestore();
    return { statements, images: body.items.map(({ images }) => images.length) };
  };
  const one = await count();
  await world.call("POST", "/v1/contents", sampleContent);
  await world.call("POST", "/v1/contents", sampleContent);
  const three = await count();
  expect([one.images, three.images]).toEqual([[1], [0, 0, 1]]);
  expect(three.statements).toBe(one.statements);
});

test("an image from before there were jobs is ready", async () => {
  await reset();
  await applyD1Migrations(env.DB_A, env.TEST_MIGRATIONS.slice(0, 3));
  for (const sql of [
    "INSERT INTO workspaces VALUES ('aw', 'W', 'UTC', 'opt-in', 30, '[]', '[]', 0)",
    "INSERT INTO contents (id, workspace_id, title, body, sections, drafts, topics, language, draft_version, created_at, updated_at) VALUES ('ac', 'aw', 'T', 'B', '[]', '[]', '[]', 'en', 1, 0, 0)",
    "INSERT INTO images VALUES ('ai', 'aw', 'ac', 0, 'image/jpeg', 30, 20, 999, 'hash', 'ai.hash', NULL, '{\"x\":1}', 5)",
  ]) {
    await env.DB_A.prepare(sql).run();
  }
  await applyD1Migrations(env.DB_A, env.TEST_MIGRATIONS);
  expect(await env.DB_A.prepare("SELECT * FROM images").first()).toMatchObject({
    status: "ready",
    job_id: null,
    failure: null,
    width: 30,
    height: 20,
    bytes: 999,
    base_hash: "hash",
    media_key: "ai.hash",
    line: '{"x":1}',
    created_at: 5,
  });
});
