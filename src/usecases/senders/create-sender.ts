import type { SenderId } from "../../domain/ids.ts";
import { commit } from "../../storage/commit.ts";
import { newId } from "../../storage/new-id.ts";
import { isUniqueViolation } from "../../storage/scope.ts";
import {
  findSenderByExternalId,
  createSender as insertSender,
  nextSeat,
  type Sender,
} from "../../storage/senders.ts";
import type { Caller } from "../context.ts";
import { AppError } from "../errors.ts";
import { checkOwnWords } from "./own-words.ts";
import { viewSender } from "./sender-view.ts";

export type NewSender = {
  name: string;
  externalId?: string | null | undefined;
  team?: string | null | undefined;
  title?: string | null | undefined;
  phone?: string | null | undefined;
  /** The sender's own last line of a caption. */
  signature?: string | null | undefined;
  /** The sender's own first words, before the caption's. */
  opener?: string | null | undefined;
  /** The sender's own words after the caption's, before the signature. */
  closer?: string | null | undefined;
};

/** Two calls may want the same seat at once; a few tries settle it. */
const tries = 5;

/**
 * Adds a sender on the workspace's next seat. Throws `conflict` where the external id is taken and
 * `invalid` for own words that hold a banned one.
 */
export async function createSender(caller: Caller, input: NewSender) {
  await checkOwnWords(caller, input);
  for (let left = tries; left > 0; left--) {
    const row = senderRow(caller, input, await nextSeat(caller.scope));
    const answer = await viewSender(caller, row);
    // The kit's address opens the kit, so it is left out of the record and made again on a replay.
    const body = { ...answer, kitUrl: null };
    try {
      await commit(caller.scope, row.createdAt, [insertSender(caller.scope, row)], {
        status: 201,
        body,
      });
      return answer;
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      if (row.externalId !== null && (await findSenderByExternalId(caller.scope, row.externalId))) {
        throw externalIdTaken();
      }
    }
  }
  throw new AppError("unavailable", "Many senders are being added at once. Try again.");
}

export function externalIdTaken(): AppError {
  return new AppError(
    "conflict",
    "Another sender has this externalId. Use PUT /v1/senders/by-external-id/{externalId} to change it.",
    [{ path: "externalId", message: "Taken by another sender." }],
  );
}

/** The row of a new sender. */
export function senderRow(caller: Caller, input: NewSender, seat: number): Sender {
  return {
    id: newId<SenderId>(caller.scope.shard),
    workspaceId: caller.scope.workspaceId,
    seat,
    externalId: input.externalId ?? null,
    name: input.name,
    team: input.team ?? null,
    title: input.title ?? null,
    phone: input.phone ?? null,
    signature: input.signature ?? null,
    opener: input.opener ?? null,
    closer: input.closer ?? null,
    kitEpoch: 0,
    createdAt: caller.now(),
    deletedAt: null,
  };
}
