/** The workspace's accounts with WeChat and WeCom: what is put, taken out and tried. Their secrets only go in. */
import type { Context, Hono } from "hono";
import type { OutsideSystem } from "../../domain/vocabulary.ts";
import {
  type AccountFields,
  fieldsOf,
  type IntegrationsView,
  renderIntegrations,
} from "../../pages/console/screens/integrations.tsx";
import { getAccount } from "../../usecases/accounts/get-account.ts";
import { putAccount, removeAccount } from "../../usecases/accounts/put-account.ts";
import { tryAccount } from "../../usecases/accounts/try-account.ts";
import { AppError } from "../../usecases/errors.ts";
import type { ConsoleHolder } from "../../usecases/sessions/console-session.ts";
import { rfc3339 } from "../../usecases/time.ts";
import { wechatSettings, wecomSettings } from "../management/integrations.ts";
import type { ConsoleEnv } from "../services.ts";
import { screen } from "./desk.ts";
import { after, checked, type Form, readForm } from "./forms.ts";

const place = "/console/settings/integrations";
const forms = ["wechat", "wechat-try", "wechat-remove", "wecom", "wecom-try", "wecom-remove"];

export function addIntegrations(app: Hono<ConsoleEnv>): void {
  app.get(place, (c) => shown(c, {}));
  // A form's answer stands at the form's address: who reloads it, or chooses a language there, comes back here.
  app.get(`${place}/:system/:act?`, (c) => after(c, place));
  addAccount(app, "wechat");
  addAccount(app, "wecom");
}

async function shown(
  c: Context<ConsoleEnv>,
  said: Pick<IntegrationsView, "trial" | "refused">,
  status: 200 | 422 = 200,
): Promise<Response> {
  const holder = c.get("holder");
  const [wechat, wecom] = await Promise.all([
    getAccount(holder, "wechat"),
    getAccount(holder, "wecom"),
  ]);
  const now = rfc3339(holder.now());
  const { origin } = new URL(c.req.url);
  const view = { accounts: { wechat, wecom }, origin, now, ...said };
  return await screen(c, forms, (desk) => renderIntegrations(desk, view), status);
}

function addAccount(app: Hono<ConsoleEnv>, system: OutsideSystem): void {
  app.post(`${place}/${system}`, async (c) => {
    const form = await readForm(c, system);
    const fields = fieldsOf(form.text);
    try {
      await putAccount(c.get("holder"), system, settingsOf(system, fields, form));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "invalid") throw error;
      return await shown(c, { refused: { system, fields, errors: error.errors ?? [] } }, 422);
    }
    return after(c, place, "saved");
  });

  app.post(`${place}/${system}/remove`, async (c) => {
    await readForm(c, `${system}-remove`);
    await removeAccount(c.get("holder"), system);
    return after(c, place, "removed");
  });

  app.post(`${place}/${system}/try`, async (c) => {
    await readForm(c, `${system}-try`);
    return await shown(c, { trial: { system, ...(await tried(c.get("holder"), system)) } });
  });
}

/** A trial; what keeps it from beginning, such as a secret whose key is gone, is its first step's answer. */
async function tried(holder: ConsoleHolder, system: OutsideSystem) {
  try {
    return await tryAccount(holder, system);
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith(`${system}-`)) throw error;
    const { code, detail } = error;
    const step = { step: "token" as const, ok: false, code, errcode: null, seenAddress: null };
    return { ok: false, steps: [{ ...step, detail }] };
  }
}

/** What a form says, checked as the API's call checks it. Throws `invalid`. */
function settingsOf(system: OutsideSystem, fields: AccountFields, { text }: Form) {
  const { ticketMode, agentId } = fields;
  // A field that was left empty says nothing: the secret that there is stays.
  const secret = text("secret").trim() || undefined;
  const both = {
    proxyOrigin: fields.proxyOrigin.trim() || null,
    signIn: fields.signIn || undefined,
    proofs: proofsOf(fields.proofs),
  };
  if (system === "wechat") {
    const given = { appId: fields.appId, appSecret: secret, ticketMode, ...both };
    const { appSecret, ...settings } = checked(wechatSettings, given);
    return { ...settings, secret: appSecret };
  }
  const { corpId, ...settings } = checked(wecomSettings, {
    corpId: fields.appId,
    agentId,
    secret,
    ...both,
  });
  return { ...settings, appId: corpId };
}

/** One file a line: its name, and behind a space what it says where that is something else. */
const proofsOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [name = "", ...content] = line.split(/\s+/);
      return { name, content: content.length > 0 ? content.join(" ") : undefined };
    });
