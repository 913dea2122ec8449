import type { ContactId, SenderId } from "../../domain/ids.ts";
import { createContact as insertContact } from "../../storage/contacts.ts";
import { newId } from "../../storage/new-id.ts";
import { findSender } from "../../storage/senders.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { viewContact } from "./contact-view.ts";

export type NewContact = {
  senderId: SenderId;
  name: string;
  externalIds?: Record<string, string> | undefined;
  attributes?: Record<string, string> | undefined;
  stage?: string | null | undefined;
  notes?: string | null | undefined;
};

/** Adds a person a sender knows by name. */
export async function createContact(caller: Caller, input: NewContact) {
  requireScope(caller, "write");
  const { scope } = caller;
  found(await findSender(scope, input.senderId), "sender");
  const row = {
    id: newId<ContactId>(scope.shard),
    workspaceId: scope.workspaceId,
    senderId: input.senderId,
    name: input.name,
    externalIds: input.externalIds ?? {},
    attributes: input.attributes ?? {},
    stage: input.stage ?? null,
    notes: input.notes ?? null,
    createdAt: caller.now(),
    saidBy: null,
  };
  return await write(caller, {
    statements: [insertContact(scope, row)],
    outcome: "created",
    answer: viewContact(row),
    audit: { verb: "contact.create", subject: row.id },
  });
}
