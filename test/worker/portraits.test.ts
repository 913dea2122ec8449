/** Senders' portraits: by the API and by the kit, on pictures and on pages, and gone when they are taken away. */
import jpegJs from "jpeg-js";
import { beforeAll, expect, test } from "vitest";
import { unusualJpeg } from "../unit/variation/image/encode.ts";
import {
  addSender,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publishAgain,
  sampleContent,
  type World,
} from "./world.ts";

type Sender = { id: string; kitUrl: string; avatarUrl: string | null };
type Placed = { undrawn: { senders: { senderId: string; lacksPortrait: boolean }[] } };
type Problem = { code: string; errors?: { path: string; message: string }[] };

const photo = unusualJpeg({ width: 640, height: 480, h: 2, v: 2 });
const note = new TextEncoder().encode("Exif\0\0 GPS 31.2304 N");
/** The photo as a phone writes it: with a note of where it was taken. */
const withPlace = new Uint8Array(photo.length + 4 + note.length);
withPlace.set(photo.subarray(0, 2));
withPlace.set([0xff, 0xe1, 0, note.length + 2], 2);
withPlace.set(note, 6);
withPlace.set(photo.subarray(2), 6 + note.length);

let world: World;
beforeAll(async () => {
  await freshWorld();
  world = await newWorkspace();
});

function send(method: string, path: string, body?: Uint8Array, headers: object = {}) {
  const all = { Authorization: `Bearer ${world.key}`, "Content-Type": "image/jpeg", ...headers };
  return fetchRaw(path, { method, headers: all, ...(body ? { body } : {}) });
}

async function withPortrait(name: string): Promise<Sender> {
  const { id } = await addSender(world, name);
  const answer = await send("PUT", `/v1/senders/${id}/avatar`, withPlace);
  expect(answer.status).toBe(200);
  return await answer.json<Sender>();
}

async function bytesAt(url: string | null): Promise<Uint8Array> {
  const response = await fetchRaw(new URL(url ?? "").pathname);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

async function filesOf(sender: string): Promise<string[]> {
  const { objects } = await env.MEDIA.list({ prefix: `${sender}.portrait.` });
  return objects.map(({ key }) => key);
}

test("a portrait is kept small and without what the file says besides its pixels", async () => {
  const { id, avatarUrl } = await withPortrait("An");
  const bytes = await bytesAt(avatarUrl);
  const { width, height } = jpegJs.decode(bytes);
  expect([width, height]).toEqual([512, 384]);
  expect(new TextDecoder("latin1").decode(bytes)).not.toContain("GPS");

  const other = unusualJpeg({ width: 320, height: 320, h: 1, v: 1 });
  const changed = await (await send("PUT", `/v1/senders/${id}/avatar`, other)).json<Sender>();
  expect(changed.avatarUrl).not.toBe(avatarUrl);
  expect(await filesOf(id)).toHaveLength(1);
  expect((await fetchRaw(new URL(avatarUrl ?? "").pathname)).status).toBe(404);
});

test("files that are no portrait are refused, and what there was stays", async () => {
  const { id, avatarUrl } = await withPortrait("Bo");
  const put = (body: Uint8Array, at = id) => send("PUT", `/v1/senders/${at}/avatar`, body);
  expect((await put(new TextEncoder().encode("<svg/>"))).status).toBe(415);
  expect((await put(photo.subarray(0, photo.length >> 1))).status).toBe(422);
  const tiny = await put(unusualJpeg({ width: 80, height: 200, h: 1, v: 1 }));
  expect(tiny.status).toBe(422);
  expect((await tiny.json<Problem>()).errors?.[0]?.message).toMatch(/96 pixels/);
  expect((await put(photo, "aNobody1")).status).toBe(404);
  await bytesAt(avatarUrl);
});

test("the avatar component shows it, the page of the sender's link too, and neither once it is taken away", async () => {
  const { id, avatarUrl } = await withPortrait("Chen");
  const none = await addSender(world, "Du");
  const content = (await world.call<{ id: string }>("POST", "/v1/contents", sampleContent)).body.id;
  const image = await (await send("POST", `/v1/contents/${content}/images`, photo)).json<{
    id: string;
  }>();
  const place = { x: 40, y: 40, width: 160, height: 160 };
  const background = { shape: "plain", color: "#ff0000" };
  const placed = await world.call<Placed>("PATCH", `/v1/contents/${content}/images/${image.id}`, {
    components: [{ type: "avatar", ...place, shape: "round", background }],
  });
  expect(placed.status).toBe(200);
  const lacking = placed.body.undrawn.senders.filter(({ lacksPortrait }) => lacksPortrait);
  const named = lacking.map(({ senderId }) => senderId);
  expect(named).toContain(none.id);
  expect(named).not.toContain(id);
  await publishAgain(world, content);

  const variantOf = async (sender: string) =>
    (
      await world.call<{ images: { url: string }[]; link: { url: string } }>(
        "GET",
        `/v1/contents/${content}/variants/${sender}`,
      )
    ).body;
  /** Red of the corner that a round portrait leaves to its background. */
  const isDrawn = async (url: string) => {
    const { data } = jpegJs.decode(await bytesAt(url), { useTArray: true });
    const [red = 0, green = 0] = data.subarray((44 * 640 + 44) * 4).slice(0, 2);
    return red > 200 && green < 60;
  };
  const pageOf = async (url: string) => {
    const opened = await fetchRaw(new URL(url).pathname, { redirect: "manual" });
    return await (await fetchRaw(opened.headers.get("Location") ?? "")).text();
  };
  const { images, link } = await variantOf(id);
  const before = images[0]?.url ?? "";
  expect(await isDrawn(before)).toBe(true);
  const tagged = (await fetchRaw(new URL(before).pathname)).headers.get("ETag") ?? "";
  const again = { headers: { "If-None-Match": tagged } };
  expect((await fetchRaw(new URL(before).pathname, again)).status).toBe(304);
  expect(await isDrawn((await variantOf(none.id)).images[0]?.url ?? "")).toBe(false);
  expect(await pageOf(link.url)).toContain(`src="${avatarUrl}"`);

  expect((await send("DELETE", `/v1/senders/${id}/avatar`)).status).toBe(204);
  expect((await world.call<Sender>("GET", `/v1/senders/${id}`)).body.avatarUrl).toBeNull();
  expect(await filesOf(id)).toEqual([]);
  const after = (await variantOf(id)).images[0]?.url ?? "";
  expect(after).not.toBe(before);
  // Whoever keeps the picture with it is told that it is another one now.
  const kept = { headers: { "If-None-Match": tagged } };
  expect((await fetchRaw(new URL(before).pathname, kept)).status).toBe(200);
  expect(await isDrawn(after)).toBe(false);
});

test("a sender's own kit sets and removes it, and nobody else's page does", async () => {
  const sender = await addSender(world, "Er");
  const opened = await fetchRaw(new URL(sender.kitUrl).pathname, { redirect: "manual" });
  const Cookie = opened.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  const own = { Cookie, Origin: "https://starling.test" };
  const kit = (method: string, headers: object, body?: Uint8Array) =>
    fetchRaw("/kit/portrait", { method, headers: { ...headers }, ...(body ? { body } : {}) });

  expect((await kit("PUT", { ...own, Origin: "https://elsewhere.test" }, photo)).status).toBe(403);
  expect((await kit("PUT", { Origin: own.Origin }, photo)).status).toBe(401);
  expect((await kit("GET", own)).status).toBe(405);
  expect(await filesOf(sender.id)).toEqual([]);

  expect((await kit("PUT", own, withPlace)).status).toBe(204);
  const { avatarUrl } = (await world.call<Sender>("GET", `/v1/senders/${sender.id}`)).body;
  const page = await (await fetchRaw("/kit", { headers: { Cookie } })).text();
  expect(page).toContain(`src="${avatarUrl}"`);
  expect((await kit("PUT", own, new Uint8Array(20_000_001))).status).toBe(413);

  expect((await kit("DELETE", own)).status).toBe(204);
  expect(await filesOf(sender.id)).toEqual([]);
});

test("a portrait goes with its sender", async () => {
  const { id, avatarUrl } = await withPortrait("Fan");
  await world.call("DELETE", `/v1/senders/${id}`);
  expect(await filesOf(id)).toEqual([]);
  expect((await fetchRaw(new URL(avatarUrl ?? "").pathname)).status).toBe(404);
});
