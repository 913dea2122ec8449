import type { SenderId } from "../../domain/ids.ts";
import { findSender } from "../../storage/senders.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import {
  dropSenderPicture,
  keepSenderPicture,
  type SenderPicture,
} from "../portraits/sender-pictures.ts";
import { viewSender } from "./sender-view.ts";

/** Gives a sender a portrait or a code. Throws as `makePicture` does for a file that cannot be taken. */
export async function setPicture(
  caller: Caller,
  id: SenderId,
  kind: SenderPicture,
  read: () => Promise<Uint8Array>,
) {
  requireScope(caller, "write");
  await keepSenderPicture(caller, id, kind, read);
  const sender = found(await findSender(caller.scope, id), "sender");
  return { outcome: "done" as const, answer: await viewSender(caller, sender) };
}

/** Takes a sender's portrait or code away. */
export async function removePicture(caller: Caller, id: SenderId, kind: SenderPicture) {
  requireScope(caller, "write");
  await dropSenderPicture(caller, id, kind);
  return { outcome: "done" as const, answer: undefined };
}
