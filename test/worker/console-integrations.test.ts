/** The console's screen of WeChat and WeCom: what is put, tried and taken out, and what nobody is ever shown. */
import { beforeEach, describe, expect, test } from "vitest";
import { integrations } from "../../src/pages/console/words/integrations.ts";
import { account, newWechat, type Wechat } from "./wechat-account.ts";
import { fetchRaw, fetchWith, freshWorld, newWorkspace, origin, type World } from "./world.ts";

const place = "/console/settings/integrations";
const html = { Accept: "text/html", "Accept-Language": "en" };
const words = integrations.en;

let world: World;
let wechat: Wechat;
let desk: Desk;
type Desk = Awaited<ReturnType<typeof signIn>>;

beforeEach(async () => {
  await freshWorld();
  world = await newWorkspace();
  wechat = await newWechat();
  desk = await signIn({ role: "head-office" });
});

/** A page as one reads it. */
const read = (page: string) => page.replaceAll("&#39;", "'");

async function signIn(fields: Record<string, string>) {
  const { body } = await world.call<{ signInUrl: string }>("POST", "/v1/members", {
    name: "Mei",
    ...fields,
  });
  const door = await fetchRaw(new URL(body.signInUrl).pathname, {
    method: "POST",
    headers: { ...html, Origin: origin },
    body: new URLSearchParams({ to: "/console" }),
  });
  const Cookie = door.headers.get("Set-Cookie")?.split(";")[0] ?? "";
  const look = async (language = "en") => {
    const headers = { ...html, Cookie, "Accept-Language": language };
    const answer = await fetchRaw(place, { headers });
    return { status: answer.status, text: read(await answer.text()) };
  };
  /** Sends a form of the screen with the proof that stands in it. */
  const send = async (action: string, form: Record<string, string> = {}) => {
    const { text } = await look();
    const proof = new RegExp(
      `action="${place}${action}"[^>]*>.*?name="token" value="([^"]+)"`,
      "s",
    );
    const answer = await fetchWith(wechat.bindings, `${place}${action}`, {
      method: "POST",
      headers: { ...html, Cookie, Origin: origin },
      body: new URLSearchParams({ token: proof.exec(text)?.[1] ?? "", ...form }),
    });
    const location = answer.headers.get("Location") ?? "";
    return { status: answer.status, location, text: read(await answer.text()) };
  };
  return { look, send, headers: { ...html, Cookie } };
}

const ofWechat = {
  appId: account.appId,
  secret: account.secret,
  ticketMode: "fetched",
  proxyOrigin: "",
  proofs: "",
};
type View = {
  appId: string | null;
  ticketMode: string;
  hasSecret: boolean;
  proxyOrigin: string | null;
  proofs: { name: string; content: string }[];
};
const kept = async (system = "wechat") =>
  (await world.call<View>("GET", `/v1/integrations/${system}`)).body;

describe("an account with WeChat", () => {
  test("is put, changed with its secret kept, and taken out, and its secret is on no page", async () => {
    expect((await desk.look()).text).toContain(words["state-none"]);
    const put = await desk.send("/wechat", ofWechat);
    expect([put.status, put.location]).toEqual([303, `${place}?done=saved`]);
    expect((await desk.look()).text).toContain(words.secretKept);

    const proofs = "MP_verify_abc.txt\nMP_verify_def.txt other";
    const proxyOrigin = wechat.origin;
    const more = { ...ofWechat, secret: "", ticketMode: "proxied", proxyOrigin, proofs };
    expect((await desk.send("/wechat", more)).status).toBe(303);
    expect(await kept()).toMatchObject({
      hasSecret: true,
      ticketMode: "proxied",
      proxyOrigin,
      proofs: [
        { name: "MP_verify_abc.txt", content: "abc" },
        { name: "MP_verify_def.txt", content: "other" },
      ],
    });
    const { text } = await desk.look();
    expect(text).toContain(proofs);
    expect(text).toContain(`href="${origin}/MP_verify_abc.txt"`);
    expect(text).not.toContain(account.secret);
    expect((await desk.send("/wechat/try")).text).not.toContain(account.secret);

    expect((await desk.look()).text).toMatch(/wechat\/remove"[^>]*data-ask="[^"]{20,}/);
    expect((await desk.send("/wechat/remove")).location).toBe(`${place}?done=removed`);
    expect(await kept()).toMatchObject({ appId: null, hasSecret: false, proofs: [] });
  });

  test("lets readers say who they are where that is chosen, and keeps the choice when it is saved again", async () => {
    expect((await desk.look()).text).toMatch(/name="signIn" value="off" checked/);
    await desk.send("/wechat", { ...ofWechat, signIn: "userinfo" });
    expect(await kept()).toMatchObject({ signIn: "userinfo" });
    const { text } = await desk.look();
    expect(text).toMatch(/name="signIn" value="userinfo" checked/);
    // Of a customer WeCom tells no nickname.
    expect(text.match(/name="signIn" value="userinfo"/g)).toHaveLength(1);
    const pushed = { ...ofWechat, secret: "", ticketMode: "pushed", signIn: "base" };
    expect((await desk.send("/wechat", pushed)).status).toBe(303);
    expect(await kept()).toMatchObject({ signIn: "base", ticketMode: "pushed" });
  });

  test("with something wrong is kept as typed, faults beside their fields, all but the secret", async () => {
    const secret = "mistyped-secret-of-somebody";
    const wrong = { ...ofWechat, appId: "gh_123", secret, proofs: "verify.txt" };
    const { status, text } = await desk.send("/wechat", wrong);
    expect(status).toBe(422);
    expect(text).toContain('id="field-wechat-appId-error"');
    expect(text).toContain('id="field-wechat-proofs-error"');
    expect(text).toContain('value="gh_123"');
    expect(text).not.toContain(secret);
    expect(text).not.toContain('id="field-wecom-appId-error"');
    const lacking = await desk.send("/wechat", { ...ofWechat, ticketMode: "proxied" });
    expect(lacking.text).toContain('id="field-wechat-proxy-error"');
    const other = await desk.send("/wechat", { ...ofWechat, secret: "" });
    expect(other.text).toContain('id="field-wechat-secret-error"');
    expect((await kept()).appId).toBeNull();
  });

  test("is tried: each step's answer, what to do, and the address to put on its list", async () => {
    await desk.send("/wechat", ofWechat);
    const good = (await desk.send("/wechat/try")).text;
    expect(good).toContain(words.triedGood);
    expect([good.includes(words["step-token"]), good.includes(words["step-ticket"])]).toEqual([
      true,
      true,
    ]);
    expect((await desk.look()).text).toContain(words["state-good"]);

    const errmsg = "invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist";
    await wechat.tell({ call: "stable_token", errcode: 40164, errmsg });
    const bad = (await desk.send("/wechat/try")).text;
    expect(bad).toContain(words["fault-address-refused"]);
    expect(bad).toContain("203.0.113.7");
    expect(bad).toContain("number 40164");
    expect(bad).not.toContain("/v1/integrations");
    const after = (await desk.look("zh-CN")).text;
    expect(after).toContain(integrations["zh-Hans"]["fault-address-refused"]);
    expect(after).toContain(integrations["zh-Hans"]["state-failing"]);
  });

  test("whose tickets are handed in says how, and until when the last one is good", async () => {
    await desk.send("/wechat", { ...ofWechat, secret: "", ticketMode: "pushed" });
    const before = (await desk.look()).text;
    expect(before).toContain(words.neverPushed);
    expect(before).toContain(`${origin}/v1/integrations/wechat/ticket`);
    expect((await desk.send("/wechat/try")).text).toContain(words["fault-ticket-missing"]);
    const ticket = "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3";
    const expiresAt = new Date(Date.now() + 7_000_000).toISOString();
    await world.call("PUT", "/v1/integrations/wechat/ticket", { ticket, expiresAt });
    const { text } = await desk.look();
    expect(text).toContain("Handed in last today");
    expect(text).not.toContain(ticket);
  });
});

test("an app of WeCom is put, tried and taken out", async () => {
  const fields = {
    appId: account.corpId,
    agentId: account.agentId,
    secret: account.corpSecret,
    proxyOrigin: "",
    proofs: "WW_verify_abc.txt",
  };
  expect((await desk.send("/wecom", { ...fields, agentId: "app" })).text).toContain(
    'id="field-wecom-agentId-error"',
  );
  expect((await desk.send("/wecom", fields)).status).toBe(303);
  expect((await desk.send("/wecom/try")).text).toContain(words.triedGood);
  expect((await desk.look()).text).not.toContain(account.corpSecret);
  await desk.send("/wecom/remove");
  expect(await kept("wecom")).toMatchObject({ hasSecret: false });
});

test("a team's lead sees nothing of it, and a form of elsewhere changes nothing", async () => {
  const lead = await signIn({ role: "team-lead", team: "North" });
  expect((await lead.look()).status).toBe(403);
  expect((await desk.send("/wechat", { ...ofWechat, token: "forged" })).status).toBe(403);
  expect((await kept()).appId).toBeNull();
});

test("the menu, from which the palette is made, leads there, and so does what answered a form", async () => {
  expect((await desk.look()).text).toMatch(new RegExp(`<a href="${place}" data-key="c"`));
  expect(
    (await fetchRaw(`${place}/wechat/try`, { headers: desk.headers })).headers.get("Location"),
  ).toBe(place);
});
