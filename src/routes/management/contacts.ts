import type { OpenAPIHono } from "@hono/zod-openapi";
import { createContact } from "../../usecases/contacts/create-contact.ts";
import { deleteContact } from "../../usecases/contacts/delete-contact.ts";
import { getContact } from "../../usecases/contacts/get-contact.ts";
import { listContacts } from "../../usecases/contacts/list-contacts.ts";
import { updateContact } from "../../usecases/contacts/update-contact.ts";
import type { ManagementEnv } from "../services.ts";
import { define, serve, show, z } from "./define.ts";
import {
  contactId,
  json,
  name,
  optionalProse,
  optionalText,
  page,
  pageQuery,
  senderId,
} from "./fields.ts";

/** What other systems know of a person: bounded, since whoever writes it may write anything. */
const words = z
  .record(z.string().min(1).max(60), z.string().max(500))
  .refine((fields) => Object.keys(fields).length <= 50, { message: "Give at most 50 fields." })
  .refine((fields) => JSON.stringify(fields).length <= 5000, {
    message: "Give fields of at most 5,000 characters in all.",
  });
const details = {
  externalIds: words.optional(),
  attributes: words.optional(),
  stage: optionalText(60),
  notes: optionalProse(2000),
};

const newContact = z
  .object({ senderId, name, ...details })
  .openapi("NewContact", { example: { senderId: "a…", name: "Youyou's mum" } });

const contactChange = z
  .object({ senderId: senderId.optional(), name: name.optional(), ...details })
  .openapi("ContactChange", { example: { stage: "trial" } });

const contact = z
  .object({
    id: z.string(),
    senderId: z.string(),
    name: z.string(),
    externalIds: z.record(z.string(), z.string()),
    attributes: z.record(z.string(), z.string()),
    stage: z.string().nullable(),
    notes: z.string().nullable(),
    leftByViewerId: z.string().nullable().openapi({
      description: "Who typed this name of themselves on a page, until somebody confirms them",
    }),
    createdAt: z.string(),
  })
  .openapi("Contact");

const tag = "Contacts";
const byId = { params: z.object({ id: contactId }) };

const create = define({
  method: "post",
  path: "/v1/contacts",
  scope: "write",
  tag,
  summary: "Add a person a sender knows by name",
  request: json(newContact),
  outcome: "created",
  answer: contact,
});

const list = define({
  method: "get",
  path: "/v1/contacts",
  scope: "read",
  tag,
  summary: "List contacts, the newest first",
  request: { query: pageQuery.extend({ senderId: senderId.optional() }) },
  answer: page(contact),
});

const read = define({
  method: "get",
  path: "/v1/contacts/{id}",
  scope: "read",
  tag,
  summary: "Read a contact",
  request: byId,
  answer: contact,
});

const update = define({
  method: "patch",
  path: "/v1/contacts/{id}",
  scope: "write",
  tag,
  summary: "Change a contact; externalIds and attributes are replaced whole",
  request: { ...byId, ...json(contactChange) },
  answer: contact,
});

const remove = define({
  method: "delete",
  path: "/v1/contacts/{id}",
  scope: "write",
  tag,
  summary: "Delete a contact; viewers that bore its name become nameless",
  request: byId,
});

export function addContactRoutes(api: OpenAPIHono<ManagementEnv>): void {
  serve(api, create, (c) => createContact(c.get("caller"), c.req.valid("json")));
  show(api, list, (c) => listContacts(c.get("caller"), c.req.valid("query")));
  show(api, read, (c) => getContact(c.get("caller"), c.req.valid("param").id));
  serve(api, update, (c) => {
    const { id } = c.req.valid("param");
    return updateContact(c.get("caller"), id, c.req.valid("json"));
  });
  serve(api, remove, (c) => deleteContact(c.get("caller"), c.req.valid("param").id));
}
