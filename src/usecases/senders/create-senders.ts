import { commit } from "../../storage/commit.ts";
import { isUniqueViolation, type Statement } from "../../storage/scope.ts";
import {
  findSendersByExternalIds,
  createSender as insertSender,
  nextSeat,
  type Sender,
  updateSender,
} from "../../storage/senders.ts";
import { readWorkspace } from "../../storage/workspaces.ts";
import type { Caller } from "../context.ts";
import { AppError } from "../errors.ts";
import { defined } from "../patch.ts";
import { type NewSender, senderRow } from "./create-sender.ts";
import { bannedIn, bannedOwnWords } from "./own-words.ts";
import { viewSender } from "./sender-view.ts";

type Outcome = { row: Sender; status: "created" | "updated" };
type Failure = { error: { code: string; detail: string } };

const tries = 5;

/**
 * Adds many senders in one transaction; one whose external id exists already is changed. Answers per
 * item, in order: an external id that the same call names twice fails the later one alone.
 */
export async function createSenders(caller: Caller, inputs: NewSender[]) {
  for (let left = tries; left > 0; left--) {
    const { outcomes, statements } = await plan(caller, inputs);
    const results = await Promise.all(
      outcomes.map((outcome, index) => report(caller, outcome, index)),
    );
    const body = {
      results: results.map((r) =>
        "sender" in r ? { ...r, sender: { ...r.sender, kitUrl: null } } : r,
      ),
    };
    try {
      await commit(caller.scope, caller.now(), statements, { status: 200, body });
      return { results };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
  throw new AppError("unavailable", "Many senders are being added at once. Try again.");
}

async function plan(caller: Caller, inputs: NewSender[]) {
  const externalIds = inputs.flatMap((input) => input.externalId ?? []);
  const existing = await findSendersByExternalIds(caller.scope, externalIds);
  const seen = new Set<string>();
  const created: Sender[] = [];
  const statements: Statement[] = [];
  let seat = await nextSeat(caller.scope);
  const { bannedWords } = await readWorkspace(caller.scope);

  const outcomes = inputs.map((input): Outcome | Failure => {
    const { externalId } = input;
    const banned = bannedIn(input, bannedWords);
    if (banned) return { error: { code: "invalid", detail: `${banned}: ${bannedOwnWords}` } };
    if (externalId && seen.has(externalId)) {
      const detail = "An earlier item of this call has the same externalId. Send each once.";
      return { error: { code: "conflict", detail } };
    }
    if (externalId) seen.add(externalId);
    const before = externalId ? existing.get(externalId) : undefined;
    if (before) {
      const set = defined(input);
      statements.push(updateSender(caller.scope, before.id, set));
      return { row: { ...before, ...set }, status: "updated" };
    }
    const row = senderRow(caller, input, seat++);
    created.push(row);
    return { row, status: "created" };
  });
  return {
    outcomes,
    statements: [...created.map((row) => insertSender(caller.scope, row)), ...statements],
  };
}

async function report(caller: Caller, outcome: Outcome | Failure, index: number) {
  if ("error" in outcome) return { index, status: "failed" as const, error: outcome.error };
  return { index, status: outcome.status, sender: await viewSender(caller, outcome.row) };
}
