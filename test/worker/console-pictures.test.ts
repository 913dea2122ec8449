/** The console's pictures of a post: uploaded, dealt, and the sender's block placed on them by a form. */
import { beforeEach, expect, test } from "vitest";
import { unusualJpeg } from "../unit/variation/image/encode.ts";
import { addSender, fetchRaw, freshWorld, newWorkspace, origin, sampleContent } from "./world.ts";

const html = { Accept: "text/html", Origin: origin };
const photo = unusualJpeg({ width: 640, height: 480, h: 2, v: 2 });
let console: Awaited<ReturnType<typeof signIn>>;
let world: Awaited<ReturnType<typeof newWorkspace>>;
let pictures: string;

async function signIn() {
  const member = { name: "Lin Wan", role: "head-office" };
  const { body } = await world.call<{ signInUrl: string }>("POST", "/v1/members", member);
  const entered = await fetchRaw(new URL(body.signInUrl).pathname, {
    method: "POST",
    headers: html,
    body: new URLSearchParams({ to: "/console" }),
  });
  const headers = { ...html, Cookie: entered.headers.get("Set-Cookie")?.split(";")[0] ?? "" };
  const look = async (path: string) => await (await fetchRaw(path, { headers })).text();
  const tokenOf = async (page: string, action: string) =>
    new RegExp(`action="${action}"[^>]*>.*?name="token" value="([^"]+)"`, "s").exec(
      await look(page),
    )?.[1] ?? "";
  const send = (path: string, body_: URLSearchParams | FormData) =>
    fetchRaw(path, { method: "POST", headers, body: body_ });
  return { look, tokenOf, send };
}

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
  const { body } = await world.call<{ id: string }>("POST", "/v1/contents", sampleContent);
  pictures = `/console/posts/${body.id}/pictures`;
  console = await signIn();
});

async function upload(bytes: Uint8Array, token?: string): Promise<Response> {
  const form = new FormData();
  form.set("token", token ?? (await console.tokenOf(pictures, pictures)));
  form.set("file", new File([bytes], "poster.jpg"));
  return await console.send(pictures, form);
}

/** A part as the form sends it. */
const part = (fields: Record<string, string>): [string, string][] =>
  Object.entries({
    ...{ type: "qr", text: "", x: "400", y: "240", width: "220", height: "220", color: "#000000" },
    ...{ align: "left", lines: "1", form: "round" },
    ...{ background: "plain", ground: "#ffffff", opacity: "100", ...fields },
  });

test("a picture is uploaded by a form of this session, and what is none is refused on the page", async () => {
  expect((await upload(photo, "forged")).status).toBe(403);
  const refused = await upload(new TextEncoder().encode("<svg/>"));
  expect(refused.status).toBe(415);
  expect(await refused.text()).toMatch(/type="file"[^>]*aria-invalid="true"[^>]*>.*?(?:SVG|JPEG)/s);
  expect((await upload(photo)).status).toBe(303);
  expect(await console.look(pictures)).toContain('width="640" height="480"');
});

test("the block is checked while it is placed, kept where it is good, and shown for a sender", async () => {
  const sender = await addSender(world, "Lin");
  await upload(photo);
  const [, id = ""] =
    new RegExp(`href="${pictures}/([^"]+)"`).exec(await console.look(pictures)) ?? [];
  const place = `${pictures}/${id}`;
  const token = await console.tokenOf(place, place);
  const say = { type: "text", text: "{name}", x: "20", y: "400", width: "300", height: "60" };
  const fields = (...parts: [string, string][][]) =>
    new URLSearchParams([["token", token], ...parts.flat()]);

  const small = fields(part({ width: "60", height: "60" }));
  expect(await (await console.send(`${place}/check`, small)).text()).toMatch(
    /第 1 个: <\/b><span[^>]*>[^<]*\d+/,
  );
  const kept = await console.send(place, small);
  expect(kept.status).toBe(422);
  expect(await kept.text()).toContain('value="60"');

  const good = fields(part({}), part(say), part({ type: "" }));
  expect(await (await console.send(`${place}/check`, good)).text()).toContain("note good");
  expect((await console.send(place, good)).status).toBe(303);
  // The next part begins where neither lies: both are in the lower half, the code at the right.
  const corner =
    /name="type"(?:(?!name="type").)*?name="x" value="(\d+)"[^>]*>(?:(?!name="type").)*?name="y" value="(\d+)"/gs;
  const placed = [...(await console.look(place)).matchAll(corner)].map(([, x, y]) => [x, y]);
  expect(placed).toEqual([
    ["400", "240"],
    ["20", "400"],
    ["16", "16"],
  ]);
  const image = await world.call<{ components: { type: string }[] }>(
    "GET",
    `/v1/contents/${pictures.split("/")[3]}/images/${id}`,
  );
  expect(image.body.components.map(({ type }) => type)).toEqual(["qr", "text"]);

  const shown = await console.look(`${place}?sender=${sender.id}`);
  const [, preview = ""] = /id="preview".*?<img src="([^"]+)"/s.exec(shown) ?? [];
  expect((await fetchRaw(new URL(preview).pathname)).status).toBe(200);
});

test("the block is shown for three: who is chosen, the longest name and the shortest", async () => {
  for (const name of ["Cai", "Ann Charlotte Bergmann", "Bo", "Ann"]) await addSender(world, name);
  const ann = await addSender(world, "Ann", { team: "North", phone: "100-5550-0142" });
  await upload(photo);
  const [, id = ""] =
    new RegExp(`href="${pictures}/([^"]+)"`).exec(await console.look(pictures)) ?? [];
  const components = [{ type: "text", text: "{name}", x: 20, y: 300, width: 400, height: 100 }];
  const image = `/v1/contents/${pictures.split("/")[3]}/images/${id}`;
  expect((await world.call("PATCH", image, { components })).status).toBe(200);
  const shownOf = async (query: string) => {
    const [, preview = ""] = (await console.look(`${pictures}/${id}${query}`)).split(
      'id="preview"',
    );
    const pictured = [...preview.matchAll(/<img src="([^"]+)"[^>]*><p>([^<]+)/g)];
    return { preview, names: pictured.map(([, , name]) => name), urls: pictured.map(([, u]) => u) };
  };
  const chosen = await shownOf(`?sender=${ann.id}`);
  expect(chosen.names).toEqual(["Ann", "Ann Charlotte Bergmann", "Bo"]);
  expect(new Set(chosen.urls).size).toBe(3);
  expect((await shownOf("")).names).toHaveLength(3);
  const choices = [...chosen.preview.matchAll(/<option[^>]*>([^<]+)/g)].map(([, text]) => text);
  expect(choices.filter((text) => text !== "Ann")).toEqual([
    "Ann · North · …0142",
    "Ann Charlotte Bergmann",
    "Bo",
    "Cai",
  ]);
});

test("pictures are dealt as the form says, and taken out again", async () => {
  await upload(photo);
  const deal = await console.tokenOf(pictures, `${pictures}/deal`);
  await console.send(`${pictures}/deal`, new URLSearchParams({ token: deal, deal: "order" }));
  const content = `/v1/contents/${pictures.split("/")[3]}`;
  const before = await world.call<{ imageDeal: string; images: { id: string }[] }>("GET", content);
  expect(before.body.imageDeal).toBe("order");
  const action = `${pictures}/${before.body.images[0]?.id}/delete`;
  const token = await console.tokenOf(pictures, action);
  await console.send(action, new URLSearchParams({ token }));
  const after = await world.call<{ images: unknown[] }>("GET", content);
  expect(after.body.images).toEqual([]);
});
