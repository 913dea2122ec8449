import type { ContactId, SenderId } from "../../domain/ids.ts";
import { commit } from "../../storage/commit.ts";
import { createContact as insertContact } from "../../storage/contacts.ts";
import { newId } from "../../storage/new-id.ts";
import { findSender } from "../../storage/senders.ts";
import type { Caller } from "../context.ts";
import { found } from "../errors.ts";
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
  found(await findSender(caller.scope, input.senderId), "sender");
  const row = {
    id: newId<ContactId>(caller.scope.shard),
    workspaceId: caller.scope.workspaceId,
    senderId: input.senderId,
    name: input.name,
    externalIds: input.externalIds ?? {},
    attributes: input.attributes ?? {},
    stage: input.stage ?? null,
    notes: input.notes ?? null,
    createdAt: caller.now(),
  };
  const answer = viewContact(row);
  const statements = [insertContact(caller.scope, row)];
  await commit(caller.scope, row.createdAt, statements, { status: 201, body: answer });
  return answer;
}
