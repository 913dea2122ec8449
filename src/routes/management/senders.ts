import type { OpenAPIHono } from "@hono/zod-openapi";
import type { FieldError } from "../../usecases/errors.ts";
import { createSender, type NewSender } from "../../usecases/senders/create-sender.ts";
import { createSenders } from "../../usecases/senders/create-senders.ts";
import { deleteSender } from "../../usecases/senders/delete-sender.ts";
import { getSender } from "../../usecases/senders/get-sender.ts";
import { handOver } from "../../usecases/senders/hand-over.ts";
import { listSenders } from "../../usecases/senders/list-senders.ts";
import { removePicture, setPicture } from "../../usecases/senders/set-picture.ts";
import { updateSender } from "../../usecases/senders/update-sender.ts";
import { upsertSender } from "../../usecases/senders/upsert-sender.ts";
import type { ManagementEnv } from "../services.ts";
import { define, imageBody, serve, show, z } from "./define.ts";
import { fieldErrors } from "./field-messages.ts";
import { json, name, optionalText, page, pageQuery, senderId } from "./fields.ts";
import { unknownFields } from "./known-fields.ts";
import { takeFile } from "./request.ts";

const ownWords = (description: string) => optionalText(60).openapi({ description });

const personal = {
  team: optionalText(60),
  title: optionalText(60),
  phone: optionalText(40),
  signature: optionalText(60),
  opener: ownWords("The sender's own first words, put before every caption of theirs"),
  closer: ownWords("The sender's own words after every caption, on a line before the signature"),
};

export const newSender = z
  .object({ name, externalId: optionalText(120), ...personal })
  .openapi("NewSender", { example: { name: "Lin Xia", externalId: "hr-1024", team: "East" } });

export const senderChange = z
  .object({
    name: name.optional(),
    externalId: optionalText(120),
    ...personal,
    endKit: z.boolean().optional().openapi({
      description: "Ends every kit address and session handed out so far",
    }),
  })
  .openapi("SenderChange", { example: { team: "West" } });

const sender = z
  .object({
    id: z.string(),
    seat: z.int(),
    name: z.string(),
    externalId: z.string().nullable(),
    team: z.string().nullable(),
    title: z.string().nullable(),
    phone: z.string().nullable(),
    signature: z.string().nullable(),
    opener: z.string().nullable(),
    closer: z.string().nullable(),
    avatarUrl: z
      .string()
      .nullable()
      .openapi({ description: "Their portrait; null where there is none" }),
    wechatQrUrl: z.string().nullable().openapi({
      description: "The code by which they are added in WeChat; null where there is none",
    }),
    kitUrl: z
      .string()
      .nullable()
      .optional()
      .openapi({ description: "Opens the kit, so only for keys with the scope write" }),
    undrawn: z
      .object({
        characters: z.array(z.string()),
        scripts: z.array(z.string()).openapi({ description: "Scripts whose letters need shaping" }),
      })
      .optional()
      .openapi({
        description:
          "What of name, title, phone and team cannot be drawn on pictures: a text that has any of it is left out as a whole",
      }),
    createdAt: z.string(),
  })
  .openapi("Sender");

const bulkResult = z.object({
  results: z.array(
    z.union([
      z.object({ index: z.int(), status: z.enum(["created", "updated"]), sender }),
      z.object({
        index: z.int(),
        status: z.literal("failed"),
        error: z.object({
          code: z.string(),
          detail: z.string(),
          errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
        }),
      }),
    ]),
  ),
});

const tag = "Senders";
const byId = { params: z.object({ id: senderId }) };

const create = define({
  method: "post",
  path: "/v1/senders",
  scope: "write",
  tag,
  summary: "Add a sender",
  request: json(newSender),
  outcome: "created",
  answer: sender,
});

const list = define({
  method: "get",
  path: "/v1/senders",
  scope: "read",
  tag,
  summary: "List senders, the newest seat first",
  request: { query: pageQuery.extend({ team: z.string().max(60).optional() }) },
  answer: page(sender),
});

/** Told apart one by one, so that a faulty row fails alone. */
const anySender = z.unknown().openapi({ type: "object", description: "A NewSender" });

const bulk = define({
  method: "post",
  path: "/v1/senders/bulk",
  scope: "write",
  tag,
  summary: "Add or change up to 500 senders, with a result for each",
  request: json(
    z
      .object({ senders: z.array(anySender).min(1).max(500) })
      .openapi("NewSenders", { example: { senders: [{ name: "Lin Xia", externalId: "hr-1" }] } }),
  ),
  answer: bulkResult,
});

const upsert = define({
  method: "put",
  path: "/v1/senders/by-external-id/{externalId}",
  scope: "write",
  tag,
  summary: "Create or change the sender with an id of your own",
  request: {
    params: z.object({ externalId: z.string().min(1).max(120) }),
    ...json(
      newSender
        .omit({ externalId: true })
        .openapi("UpsertSender", { example: { name: "Lin Xia" } }),
    ),
  },
  answer: sender,
});

const read = define({
  method: "get",
  path: "/v1/senders/{id}",
  scope: "read",
  tag,
  summary: "Read a sender",
  request: byId,
  answer: sender,
});

const update = define({
  method: "patch",
  path: "/v1/senders/{id}",
  scope: "write",
  tag,
  summary: "Change a sender; nobody's wording changes",
  request: { ...byId, ...json(senderChange) },
  answer: sender,
});

const remove = define({
  method: "delete",
  path: "/v1/senders/{id}",
  scope: "write",
  tag,
  summary: "End a sender: the kit closes, links already shared go on",
  request: byId,
});

const hand = define({
  method: "post",
  path: "/v1/senders/{id}/handover",
  scope: "write",
  tag,
  summary:
    "End somebody who leaves: contacts and links move to another sender, every shared address works on with the new person's card; with to: null the links are withdrawn",
  request: {
    ...byId,
    ...json(z.object({ to: senderId.nullable() }).openapi("Handover", { example: { to: "a…" } })),
  },
  answer: z.object({ to: z.string().nullable(), links: z.int() }),
});

const setAvatar = define({
  method: "put",
  path: "/v1/senders/{id}/avatar",
  scope: "write",
  tag,
  summary:
    "Give a sender a portrait, in place of the one there was: JPEG, PNG or WebP, 96 pixels a side or more, as the body or as the one file of a form. It is kept 512 pixels wide, without metadata",
  request: { ...byId, body: imageBody },
  answer: sender,
});

const removeAvatar = define({
  method: "delete",
  path: "/v1/senders/{id}/avatar",
  scope: "write",
  tag,
  summary: "Take a sender's portrait away, also from pictures that were shared",
  request: byId,
});

const setWechatQr = define({
  method: "put",
  path: "/v1/senders/{id}/wechat-qr",
  scope: "write",
  tag,
  summary:
    "Give a sender the code by which they are added in WeChat, in place of the one there was: JPEG, PNG or WebP, 200 pixels a side or more, as the body or as the one file of a form. Their pages show it beside the phone",
  request: { ...byId, body: imageBody },
  answer: sender,
});

const removeWechatQr = define({
  method: "delete",
  path: "/v1/senders/{id}/wechat-qr",
  scope: "write",
  tag,
  summary: "Take a sender's WeChat code away",
  request: byId,
});

/** A sender as a bulk call names it, or what is wrong with it. */
export function readSender(value: unknown, index: number): NewSender | { faults: FieldError[] } {
  const strange = unknownFields(newSender, value, `senders[${index}]`);
  if (strange.length > 0) return { faults: strange };
  const parsed = newSender.safeParse(value);
  if (parsed.success) return parsed.data;
  return {
    faults: fieldErrors(parsed.error).map(({ path, message }) => ({
      path: [`senders[${index}]`, path].filter(Boolean).join("."),
      message,
    })),
  };
}

export function addSenderRoutes(api: OpenAPIHono<ManagementEnv>): void {
  serve(api, create, (c) => createSender(c.get("caller"), c.req.valid("json")));
  show(api, list, (c) => listSenders(c.get("caller"), c.req.valid("query")));
  serve(api, bulk, (c) => {
    const inputs = c.req.valid("json").senders.map(readSender);
    return createSenders(c.get("caller"), inputs);
  });
  serve(api, upsert, (c) =>
    upsertSender(c.get("caller"), c.req.valid("param").externalId, c.req.valid("json")),
  );
  show(api, read, (c) => getSender(c.get("caller"), c.req.valid("param").id));
  serve(api, update, (c) =>
    updateSender(c.get("caller"), c.req.valid("param").id, c.req.valid("json")),
  );
  serve(api, remove, (c) => deleteSender(c.get("caller"), c.req.valid("param").id));
  serve(api, hand, (c) => {
    return handOver(c.get("caller"), c.req.valid("param").id, c.req.valid("json").to);
  });
  serve(api, setAvatar, (c) =>
    setPicture(c.get("caller"), c.req.valid("param").id, "portrait", () => takeFile(c)),
  );
  serve(api, removeAvatar, (c) =>
    removePicture(c.get("caller"), c.req.valid("param").id, "portrait"),
  );
  serve(api, setWechatQr, (c) =>
    setPicture(c.get("caller"), c.req.valid("param").id, "wechat-qr", () => takeFile(c)),
  );
  serve(api, removeWechatQr, (c) =>
    removePicture(c.get("caller"), c.req.valid("param").id, "wechat-qr"),
  );
}
