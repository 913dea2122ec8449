/** Accounts with WeChat and WeCom. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import { signIns, signInsOf, ticketModes } from "../../domain/vocabulary.ts";
import { getAccount } from "../../usecases/accounts/get-account.ts";
import { pushTicket } from "../../usecases/accounts/push-ticket.ts";
import { putAccount, removeAccount } from "../../usecases/accounts/put-account.ts";
import { signOwnPage } from "../../usecases/accounts/sign-page.ts";
import { tryAccount } from "../../usecases/accounts/try-account.ts";
import type { ManagementEnv } from "../services.ts";
import { define, serve, show, z } from "./define.ts";
import { expiry, json } from "./fields.ts";

const secret = z
  .string()
  .trim()
  .regex(/^[\w-]{16,128}$/, "Copy the secret as the account's console shows it.");

const proxyOrigin = z.string().trim().max(200).nullish().openapi({
  description:
    "https://HOST of a proxy whose address stays the same and that passes /cgi-bin/ and /sns/ on as they are",
});

const proofs = (prefix: "MP" | "WW") =>
  z
    .array(
      z
        .object({
          name: z
            .string()
            .regex(
              new RegExp(`^${prefix}_verify_[A-Za-z0-9]{1,64}\\.txt$`),
              `The file is named ${prefix}_verify_….txt.`,
            ),
          content: z
            .string()
            .trim()
            .regex(/^[\w-]{1,200}$/, "Copy the file's one line.")
            .optional()
            .openapi({ description: "What its name says where it is left out" }),
        })
        .strict(),
    )
    .max(10)
    .optional()
    .openapi({
      description: "Files by which the host is seen to be the account's; left out, those stay",
    });

export const wechatSettings = z
  .object({
    appId: z
      .string()
      .trim()
      .regex(/^wx[0-9A-Za-z]{8,30}$/, "An official account's id begins with wx."),
    appSecret: secret.optional().openapi({
      description: "Kept sealed, never answered; left out, the one of the same appId stays",
    }),
    ticketMode: z.enum(ticketModes).optional().openapi({
      description:
        "fetched: asked for from here; pushed: handed in with PUT …/ticket; proxied: asked for by way of proxyOrigin",
    }),
    proxyOrigin,
    signIn: z.enum(signInsOf.wechat).optional().openapi({
      description:
        "Whether readers who agreed may say with WeChat who they are: off, which it is where it is left out; base: by an id alone; userinfo: with the nickname that they let WeChat tell. Needs appSecret",
    }),
    proofs: proofs("MP"),
  })
  .openapi("WechatSettings", {
    example: { appId: "wx0123456789abcdef", ticketMode: "pushed" },
  });

export const wecomSettings = z
  .object({
    corpId: z
      .string()
      .trim()
      .regex(/^w[wx][0-9A-Za-z]{8,40}$/, "A company's id begins with ww."),
    agentId: z
      .string()
      .trim()
      .regex(/^\d{1,12}$/, "An app's id is a number."),
    secret: secret.optional().openapi({
      description: "The app's; kept sealed, never answered; left out, the one there is stays",
    }),
    proxyOrigin,
    signIn: z.enum(signInsOf.wecom).optional().openapi({
      description:
        "Whether readers who agreed may say who they are to the app: off, which it is where it is left out; base: a customer is the contact whose externalIds hold their external_userid as wecom",
    }),
    proofs: proofs("WW"),
  })
  .openapi("WecomSettings", {
    example: {
      corpId: "ww0123456789abcdef",
      agentId: "1000002",
      secret: "the-secret-of-the-app-in-wecom",
    },
  });

const fault = z.object({
  code: z.string(),
  errcode: z.int().nullable().openapi({ description: "WeChat's own number" }),
  at: z.string(),
  detail: z.string().openapi({ description: "What to do about it" }),
});

const common = {
  isConfigured: z.boolean(),
  hasSecret: z.boolean(),
  proxyOrigin: z.string().nullable(),
  signIn: z.enum(signIns),
  proofs: z.array(z.object({ name: z.string(), content: z.string(), url: z.string() })),
  domain: z.string().openapi({
    description:
      "The host to register with the account: as a JS-SDK safe domain, and for signIn as a web page authorization domain",
  }),
  health: z.object({
    state: z.enum(["none", "unused", "good", "failing"]),
    lentAt: z.string().nullable().openapi({ description: "When the last ticket or token came" }),
    lentUntil: z.string().nullable(),
    lastFault: fault.nullable(),
  }),
  updatedAt: z.string().nullable(),
};

const wechat = z
  .object({ appId: z.string().nullable(), ticketMode: z.enum(ticketModes), ...common })
  .openapi("WechatAccount");
const wecom = z
  .object({ corpId: z.string().nullable(), agentId: z.string().nullable(), ...common })
  .openapi("WecomAccount");

const trial = z.object({
  ok: z.boolean(),
  steps: z.array(
    z.object({
      step: z.enum(["token", "ticket"]),
      ok: z.boolean(),
      code: z.string().nullable(),
      errcode: z.int().nullable(),
      detail: z.string(),
      seenAddress: z.string().nullable().openapi({
        description: "The address that the account's server saw, for its list",
      }),
    }),
  ),
});

const tag = "WeChat and WeCom";

const readWechat = define({
  method: "get",
  path: "/v1/integrations/wechat",
  scope: "admin",
  tag,
  summary: "Read the official account's settings and how it does; its secret is never answered",
  answer: wechat,
});

const putWechat = define({
  method: "put",
  path: "/v1/integrations/wechat",
  scope: "admin",
  tag,
  summary: "Put the official account's settings",
  request: json(wechatSettings),
  answer: wechat,
});

const removeWechat = define({
  method: "delete",
  path: "/v1/integrations/wechat",
  scope: "admin",
  tag,
  summary: "Take the official account out, with its secret, ticket and proofs",
});

const tryWechat = define({
  method: "post",
  path: "/v1/integrations/wechat/test",
  scope: "admin",
  tag,
  isHeavy: true,
  summary: "Ask for a token and a ticket, and say what came of it",
  answer: trial,
});

const ticket = z
  .object({
    ticket: z
      .string()
      .trim()
      .regex(/^[\w-]{20,512}$/, "Hand in the ticket as WeChat gave it."),
    expiresAt: expiry,
  })
  .openapi("Ticket", {
    example: {
      ticket: "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3",
      expiresAt: "2027-01-01T02:00:00Z",
    },
  });

const push = define({
  method: "put",
  path: "/v1/integrations/wechat/ticket",
  scope: "admin",
  tag,
  summary: "Hand in the jsapi_ticket that a system of one's own has asked for",
  request: json(ticket),
  answer: z.object({ lentAt: z.string(), lentUntil: z.string() }),
});

const config = define({
  method: "get",
  path: "/v1/integrations/wechat/js-config",
  scope: "read",
  tag,
  summary: "Sign a page of the workspace's own hosts for wx.config",
  request: {
    query: z.object({
      url: z.string().max(2000).openapi({
        description: "As the page has it; what stands behind # is left out",
        example: "https://share.example.com/s/aCode",
      }),
    }),
  },
  answer: z.object({
    appId: z.string(),
    timestamp: z.int(),
    nonceStr: z.string(),
    signature: z.string(),
    url: z.string(),
  }),
});

const readWecom = define({
  method: "get",
  path: "/v1/integrations/wecom",
  scope: "admin",
  tag,
  summary: "Read the WeCom app's settings and how it does; its secret is never answered",
  answer: wecom,
});

const putWecom = define({
  method: "put",
  path: "/v1/integrations/wecom",
  scope: "admin",
  tag,
  summary: "Put the WeCom app's settings",
  request: json(wecomSettings),
  answer: wecom,
});

const removeWecom = define({
  method: "delete",
  path: "/v1/integrations/wecom",
  scope: "admin",
  tag,
  summary: "Take the WeCom app out, with its secret, token and proofs",
});

const tryWecom = define({
  method: "post",
  path: "/v1/integrations/wecom/test",
  scope: "admin",
  tag,
  isHeavy: true,
  summary: "Ask for a token, and say what came of it",
  answer: trial,
});

type View = Awaited<ReturnType<typeof getAccount>>;

const asWechat = ({ agentId: _, ...view }: View) => view;
const asWecom = ({ appId, ticketMode: _, ...view }: View) => ({ ...view, corpId: appId });

export function addIntegrationRoutes(api: OpenAPIHono<ManagementEnv>): void {
  show(api, readWechat, async (c) => asWechat(await getAccount(c.get("caller"), "wechat")));
  serve(api, putWechat, async (c) => {
    const { appSecret, ...settings } = c.req.valid("json");
    const given = { ...settings, secret: appSecret };
    const done = await putAccount(c.get("caller"), "wechat", given);
    return { ...done, answer: asWechat(done.answer) };
  });
  serve(api, removeWechat, (c) => removeAccount(c.get("caller"), "wechat"));
  show(api, tryWechat, (c) => tryAccount(c.get("caller"), "wechat"));
  serve(api, push, (c) => pushTicket(c.get("caller"), c.req.valid("json")));
  show(api, config, (c) => signOwnPage(c.get("caller"), c.req.valid("query").url));
  show(api, readWecom, async (c) => asWecom(await getAccount(c.get("caller"), "wecom")));
  serve(api, putWecom, async (c) => {
    const { corpId, ...settings } = c.req.valid("json");
    const done = await putAccount(c.get("caller"), "wecom", { ...settings, appId: corpId });
    return { ...done, answer: asWecom(done.answer) };
  });
  serve(api, removeWecom, (c) => removeAccount(c.get("caller"), "wecom"));
  show(api, tryWecom, (c) => tryAccount(c.get("caller"), "wecom"));
}
