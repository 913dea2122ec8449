import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Hex } from "../../domain/accent.ts";
import { authorLanguages, consentModes, floors } from "../../domain/vocabulary.ts";
import { clearDemo } from "../../usecases/workspaces/clear-demo.ts";
import { createWorkspace } from "../../usecases/workspaces/create-workspace.ts";
import { getWorkspace } from "../../usecases/workspaces/get-workspace.ts";
import { setLogo } from "../../usecases/workspaces/set-logo.ts";
import { updateWorkspace } from "../../usecases/workspaces/update-workspace.ts";
import type { ManagementEnv } from "../services.ts";
import { define, imageBody, serve, show, z } from "./define.ts";
import { hexColour, json, name } from "./fields.ts";
import { takeFile } from "./request.ts";

const consentMode = z.enum(consentModes);
const timezone = z.string().min(1).max(64).openapi({ example: "Asia/Shanghai" });
export const words = z.array(z.string().trim().min(1).max(60)).max(500);

const insistOn = z.enum(floors).openapi({
  description:
    "What publishing insists on: distinct, no two senders post the same; company, any two a little apart; team, those of one team further apart. Below it publishing needs acceptAchieved",
});

const addition = z.string().trim().max(600).optional();
const addedNotice = z
  .object({ "zh-Hans": addition, "zh-Hant": addition, en: addition })
  .strict()
  .openapi({
    description:
      "What the workspace adds to the details of the notice, by language; a change is a new version",
  });

const newWorkspace = z
  .object({
    name,
    timezone: timezone.optional(),
    consentMode: consentMode.optional(),
    demo: z.boolean().optional().openapi({
      description:
        "Whether what is put in is to be looked at: DELETE /v1/workspace/demo clears it at once",
    }),
  })
  .openapi("NewWorkspace", { example: { name: "Sunrise Education" } });

const workspace = z
  .object({
    id: z.string(),
    name: z.string(),
    timezone: z.string(),
    consentMode,
    retentionDays: z.int(),
    brands: z.array(z.string()),
    bannedWords: z.array(z.string()),
    shareOrigin: z.string().nullable(),
    insistOn,
    varyLayout: z.boolean(),
    leaveName: z.boolean(),
    language: z.enum(authorLanguages).nullable(),
    logo: z.string().nullable().openapi({ description: "Its address; null where there is none" }),
    colour: z.string().nullable(),
    shownColours: z.object({ light: z.string(), dark: z.string() }).nullable().openapi({
      description:
        "The colour as pages show it in either scheme: itself where it can be read on their ground (contrast 4.5), else the nearest that can",
    }),
    demo: z.boolean().openapi({ description: "Until DELETE /v1/workspace/demo" }),
    notice: addedNotice,
    noticeVersion: z.int().nullable().openapi({
      description: "Consents name it behind a plus; null where nothing was ever added",
    }),
    createdAt: z.string(),
  })
  .openapi("Workspace");

export const workspaceChange = z
  .object({
    name: name.optional(),
    timezone: timezone.optional(),
    consentMode: consentMode.optional(),
    retentionDays: z.int().min(30).max(3650).optional(),
    brands: words.optional(),
    bannedWords: words.optional(),
    notice: addedNotice.optional(),
    shareOrigin: z.string().max(200).nullish().openapi({
      description:
        "https://HOST that links, codes and pictures carry; null: the host that answers the call",
    }),
    insistOn: insistOn.optional(),
    colour: hexColour
      .transform((given) => given.toLowerCase() as Hex)
      .nullish()
      .openapi({ description: "#rrggbb of buttons and links; null for Starling's own" }),
    logo: z.null().optional().openapi({
      description: "null takes the logo away; PUT /v1/workspace/logo gives one",
    }),
    language: z.enum(authorLanguages).nullish().openapi({
      description:
        "In which those who write are advised; null, as at first: that of what they write",
    }),
    varyLayout: z.boolean().optional().openapi({
      description: "Whether line breaks may be others than the author's; false at first",
    }),
    leaveName: z.boolean().optional().openapi({
      description:
        "Whether readers may leave their name, and a phone number, for the sender below the text; false at first, since asking for contact details is the workspace's own decision",
    }),
  })
  .openapi("WorkspaceChange", { example: { brands: ["Sunrise"] } });

const create = define({
  method: "post",
  path: "/v1/workspaces",
  scope: "operator",
  tag: "Workspace",
  summary: "Create a workspace and its first API key, shown this once",
  request: json(newWorkspace),
  outcome: "created",
  answer: z.object({ id: z.string(), apiKey: z.string() }),
});

const read = define({
  method: "get",
  path: "/v1/workspace",
  scope: "read",
  tag: "Workspace",
  summary: "Read the workspace's settings",
  answer: workspace,
});

const update = define({
  method: "patch",
  path: "/v1/workspace",
  scope: "admin",
  tag: "Workspace",
  summary: "Change the workspace's settings",
  request: json(workspaceChange),
  answer: workspace,
});

const putLogo = define({
  method: "put",
  path: "/v1/workspace/logo",
  scope: "admin",
  tag: "Workspace",
  summary:
    "Give the workspace a logo, in place of the one there was: JPEG, PNG or WebP, 32 pixels a side or more, as the body or as the one file of a form. Readers and senders see it on a white plate",
  request: { body: imageBody },
  answer: workspace,
});

const endDemo = define({
  method: "delete",
  path: "/v1/workspace/demo",
  scope: "admin",
  tag: "Workspace",
  summary:
    "Clear a demo workspace of posts, people, contacts, links and all that was read, whoever put them there; settings, members, keys and the audit stay. 409 where it is no demo",
});

export function addWorkspaceRoutes(api: OpenAPIHono<ManagementEnv>): void {
  serve(api, create, (c) => createWorkspace(c.get("operator"), c.req.valid("json")));
  show(api, read, (c) => getWorkspace(c.get("caller")));
  serve(api, update, (c) => updateWorkspace(c.get("caller"), c.req.valid("json")));
  serve(api, endDemo, (c) => clearDemo(c.get("caller")));
  serve(api, putLogo, (c) => setLogo(c.get("caller"), () => takeFile(c)));
}
