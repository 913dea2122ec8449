/** How a workspace looks to readers: logo, colour, and the code by which a sender is added in WeChat. */
import jpegJs from "jpeg-js";
import { beforeAll, expect, test } from "vitest";
import { unusualJpeg } from "../unit/variation/image/encode.ts";
import {
  addLink,
  addSender,
  env,
  fetchRaw,
  freshWorld,
  newWorkspace,
  publish,
  type World,
} from "./world.ts";

type Workspace = {
  id: string;
  logo: string | null;
  colour: string | null;
  shownColours: { light: string; dark: string } | null;
};
type Sender = { id: string; kitUrl: string; wechatQrUrl: string | null };

const picture = unusualJpeg({ width: 900, height: 300, h: 1, v: 1 });
const code = unusualJpeg({ width: 300, height: 500, h: 1, v: 1 });

let world: World;
let sender: Sender;
let contentId: string;
beforeAll(async () => {
  await freshWorld();
  world = await newWorkspace();
  sender = (await addSender(world, "An", { phone: "138 0000 1234" })) as never;
  contentId = await publish(world);
});

function put(path: string, body: Uint8Array) {
  const headers = { Authorization: `Bearer ${world.key}`, "Content-Type": "image/jpeg" };
  return fetchRaw(path, { method: "PUT", headers, body });
}

async function pageOf(link: string): Promise<string> {
  const opened = await fetchRaw(`/s/${link}`, { redirect: "manual" });
  return await (await fetchRaw(opened.headers.get("Location") ?? "")).text();
}

const workspace = async () => (await world.call<Workspace>("GET", "/v1/workspace")).body;
const statusAt = async (url: string | null) =>
  (await fetchRaw(new URL(url ?? "").pathname, {})).status;

test("a logo is kept small, and gone once it is taken away", async () => {
  const answer = await put("/v1/workspace/logo", picture);
  expect(answer.status).toBe(200);
  const { logo, id } = await answer.json<Workspace>();
  const shown = await fetchRaw(new URL(logo ?? "").pathname);
  const { width, height } = jpegJs.decode(new Uint8Array(await shown.arrayBuffer()));
  expect([width, height]).toEqual([600, 200]);
  expect((await workspace()).logo).toBe(logo);
  expect(
    (await put("/v1/workspace/logo", unusualJpeg({ width: 90, height: 20, h: 1, v: 1 }))).status,
  ).toBe(422);
  await world.call("PATCH", "/v1/workspace", { logo: null });
  expect((await workspace()).logo).toBeNull();
  expect(await statusAt(logo)).toBe(404);
  expect((await env.MEDIA.list({ prefix: `${id}.logo.` })).objects).toEqual([]);
});

test("a colour is kept as it was given, and told as pages show it; what is none is refused", async () => {
  const { body } = await world.call<Workspace>("PATCH", "/v1/workspace", { colour: "#FFFF00" });
  expect(body.colour).toBe("#ffff00");
  expect(body.shownColours?.light).not.toBe("#ffff00");
  expect(body.shownColours?.dark).toBe("#ffff00");
  for (const colour of ["yellow", "#fff", "#12345g"]) {
    expect((await world.call("PATCH", "/v1/workspace", { colour })).status, colour).toBe(422);
  }
  const none = await world.call<Workspace>("PATCH", "/v1/workspace", { colour: null });
  expect(none.body).toMatchObject({ colour: null, shownColours: null });
});

test("readers see logo, colour and code; the kit's owner gives the code themselves", async () => {
  // A landing is kept for a minute: each look is by a link of its own.
  const linkBy = async (channel: string) =>
    (await addLink(world, { contentId, senderId: sender.id, channel })).code;
  const plain = await pageOf(await linkBy("moments"));
  expect(plain).not.toContain('class="brand"');
  expect(plain).not.toContain('class="wechat"');
  const { logo } = await (await put("/v1/workspace/logo", picture)).json<Workspace>();
  await world.call("PATCH", "/v1/workspace", { colour: "#c8102e" });
  const opened = await fetchRaw(new URL(sender.kitUrl).pathname, { redirect: "manual" });
  const Cookie = opened.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  const own = { Cookie, Origin: "https://starling.test" };
  const sent = await fetchRaw("/kit/wechat-qr", { method: "PUT", headers: own, body: code });
  expect(sent.status).toBe(204);
  const { wechatQrUrl } = (await world.call<Sender>("GET", `/v1/senders/${sender.id}`)).body;

  const shown = await pageOf(await linkBy("chat"));
  expect(shown).toContain(`src="${logo}"`);
  expect(shown).toContain("--accent:#c8102e");
  expect(shown).toContain(`src="${wechatQrUrl}"`);
  expect(shown).toContain("加微信");
  const kit = await (await fetchRaw("/kit", { headers: { Cookie } })).text();
  expect(kit).toContain(`src="${wechatQrUrl}"`);
  expect(kit).toContain("--accent:#c8102e");

  await fetchRaw("/kit/wechat-qr", { method: "DELETE", headers: own });
  expect(await statusAt(wechatQrUrl)).toBe(404);
});

test("who leaves takes portrait and code along, also where another takes over", async () => {
  const leaver = await addSender(world, "Bo");
  const heir = await addSender(world, "Cai");
  for (const path of ["avatar", "wechat-qr"]) {
    expect((await put(`/v1/senders/${leaver.id}/${path}`, code)).status).toBe(200);
  }
  const files = async () => (await env.MEDIA.list({ prefix: `${leaver.id}.` })).objects.length;
  expect(await files()).toBe(2);
  await world.call("POST", `/v1/senders/${leaver.id}/handover`, { to: heir.id });
  expect(await files()).toBe(0);
});
