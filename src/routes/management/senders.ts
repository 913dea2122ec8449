import type { OpenAPIHono } from "@hono/zod-openapi";
import { createSender } from "../../usecases/senders/create-sender.ts";
import { createSenders } from "../../usecases/senders/create-senders.ts";
import { deleteSender } from "../../usecases/senders/delete-sender.ts";
import { getSender } from "../../usecases/senders/get-sender.ts";
import { listSenders } from "../../usecases/senders/list-senders.ts";
import { updateSender } from "../../usecases/senders/update-sender.ts";
import { upsertSender } from "../../usecases/senders/upsert-sender.ts";
import type { ManagementEnv } from "../services.ts";
import { define, defineEmpty, z } from "./define.ts";
import { json, name, optionalText, page, pageQuery, senderId } from "./fields.ts";

const ownWords = (description: string) => optionalText(60).openapi({ description });

const personal = {
  team: optionalText(60),
  title: optionalText(60),
  phone: optionalText(40),
  signature: optionalText(60),
  opener: ownWords("The sender's own first words, put before every caption of theirs"),
  closer: ownWords("The sender's own words after every caption, on a line before the signature"),
};

const newSender = z
  .object({ name, externalId: optionalText(120), ...personal })
  .openapi("NewSender", { example: { name: "Lin Xia", externalId: "hr-1024", team: "East" } });

const senderChange = z
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
    kitUrl: z.string(),
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
        error: z.object({ code: z.string(), detail: z.string() }),
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
  status: 201,
  answer: sender,
});

const list = define({
  method: "get",
  path: "/v1/senders",
  scope: "read",
  tag,
  summary: "List senders, the newest seat first",
  request: { query: pageQuery.extend({ team: z.string().max(60).optional() }) },
  status: 200,
  answer: page(sender),
});

const bulk = define({
  method: "post",
  path: "/v1/senders/bulk",
  scope: "write",
  tag,
  summary: "Add or change up to 500 senders, with a result for each",
  request: json(
    z
      .object({ senders: z.array(newSender).min(1).max(500) })
      .openapi("NewSenders", { example: { senders: [{ name: "Lin Xia", externalId: "hr-1" }] } }),
  ),
  status: 200,
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
  status: 200,
  answer: sender,
});

const read = define({
  method: "get",
  path: "/v1/senders/{id}",
  scope: "read",
  tag,
  summary: "Read a sender",
  request: byId,
  status: 200,
  answer: sender,
});

const update = define({
  method: "patch",
  path: "/v1/senders/{id}",
  scope: "write",
  tag,
  summary: "Change a sender; nobody's wording changes",
  request: { ...byId, ...json(senderChange) },
  status: 200,
  answer: sender,
});

const remove = defineEmpty({
  method: "delete",
  path: "/v1/senders/{id}",
  scope: "write",
  tag,
  summary: "End a sender: the kit closes, links already shared go on",
  request: byId,
});

export function addSenderRoutes(api: OpenAPIHono<ManagementEnv>): void {
  api.openapi(create, async (c) =>
    c.json(await createSender(c.get("caller"), c.req.valid("json")), 201),
  );
  api.openapi(list, async (c) =>
    c.json(await listSenders(c.get("caller"), c.req.valid("query")), 200),
  );
  api.openapi(bulk, async (c) =>
    c.json(await createSenders(c.get("caller"), c.req.valid("json").senders), 200),
  );
  api.openapi(upsert, async (c) => {
    const { externalId } = c.req.valid("param");
    const { sender } = await upsertSender(c.get("caller"), externalId, c.req.valid("json"));
    return c.json(sender, 200);
  });
  api.openapi(read, async (c) =>
    c.json(await getSender(c.get("caller"), c.req.valid("param").id), 200),
  );
  api.openapi(update, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(await updateSender(c.get("caller"), id, c.req.valid("json")), 200);
  });
  api.openapi(remove, async (c) => {
    await deleteSender(c.get("caller"), c.req.valid("param").id);
    return c.body(null, 204);
  });
}
