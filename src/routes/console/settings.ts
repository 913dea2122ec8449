/** The workspace's settings: all that the API's call takes, its logo, and the end of a demo. */
import type { Context, Hono } from "hono";
import { accentsOf } from "../../domain/accent.ts";
import { noticeLanguages } from "../../domain/notice.ts";
import {
  noticeField,
  renderSettings,
  type SettingsFields,
} from "../../pages/console/screens/settings.tsx";
import { AppError } from "../../usecases/errors.ts";
import { clearDemo } from "../../usecases/workspaces/clear-demo.ts";
import { getWorkspace } from "../../usecases/workspaces/get-workspace.ts";
import { setLogo } from "../../usecases/workspaces/set-logo.ts";
import { updateWorkspace } from "../../usecases/workspaces/update-workspace.ts";
import { workspaceChange } from "../management/workspace.ts";
import type { ConsoleEnv } from "../services.ts";
import { screen } from "./desk.ts";
import { after, checked, type Form, readFileForm, readForm } from "./forms.ts";

const place = "/console/settings";
const forms = ["settings", "logo", "logo-remove", "clear-demo"];

export function addSettings(app: Hono<ConsoleEnv>): void {
  app.get(place, shown);

  app.post(place, async (c) => {
    const fields = fieldsOf(await readForm(c, "settings"));
    await updateWorkspace(c.get("holder"), checked(workspaceChange, changeOf(fields)));
    return after(c, place, "saved");
  });

  app.post(`${place}/clear-demo`, async (c) => {
    await readForm(c, "clear-demo");
    await clearDemo(c.get("holder"));
    return after(c, "/console", "cleared");
  });

  // What the sample beside the field asks while a colour is chosen.
  app.get(`${place}/colour`, (c) => {
    const { colour } = checked(workspaceChange.pick({ colour: true }), {
      colour: c.req.query("of"),
    });
    if (!colour) throw new AppError("invalid", "Name a colour: of=%23rrggbb.");
    return c.json(accentsOf(colour), 200, { "Cache-Control": "no-store" });
  });

  app.post(`${place}/logo`, async (c) => {
    const file = await readFileForm(c, "logo");
    await setLogo(c.get("holder"), async () => file);
    return after(c, place, "saved");
  });

  app.post(`${place}/logo-remove`, async (c) => {
    await readForm(c, "logo-remove");
    await updateWorkspace(c.get("holder"), { logo: null });
    return after(c, place, "saved");
  });
}

async function shown(c: Context<ConsoleEnv>): Promise<Response> {
  const workspace = await getWorkspace(c.get("holder"));
  const fields: SettingsFields = {
    ...workspace,
    retentionDays: String(workspace.retentionDays),
    colour: workspace.colour ?? "",
    language: workspace.language ?? "",
    shareOrigin: workspace.shareOrigin ?? "",
  };
  return await screen(c, forms, (desk) => renderSettings(desk, fields, workspace));
}

function fieldsOf({ text }: Form): SettingsFields {
  const lines = (name: string) =>
    text(name)
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  return {
    name: text("name"),
    timezone: text("timezone").trim(),
    language: text("language"),
    consentMode: text("consentMode"),
    retentionDays: text("retentionDays").trim(),
    leaveName: text("leaveName") === "yes",
    brands: lines("brands"),
    bannedWords: lines("bannedWords"),
    insistOn: text("insistOn"),
    varyLayout: text("varyLayout") === "yes",
    shareOrigin: text("shareOrigin").trim(),
    notice: Object.fromEntries(
      noticeLanguages.map((language) => [language, text(noticeField(language)).trim()]),
    ),
    colour: text("colour").trim(),
  };
}

/** The fields as the call takes them: what was left empty is none. */
const changeOf = (fields: SettingsFields) => ({
  ...fields,
  retentionDays: Number(fields.retentionDays),
  insistOn: fields.insistOn || undefined,
  language: fields.language || null,
  shareOrigin: fields.shareOrigin || null,
  colour: fields.colour || null,
});
