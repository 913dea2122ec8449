import type { LinkCode } from "../../domain/ids.ts";
import { updateLink as change, findLink } from "../../storage/links.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { defined } from "../patch.ts";
import { readFuture } from "../time.ts";
import { viewLink } from "./link-view.ts";

export type LinkChange = {
  expiresAt?: string | null | undefined;
  maxClicks?: number | null | undefined;
  paused?: boolean | undefined;
};

/** Changes a link. Readers see it within a minute, at most two: landings are cached. */
export async function updateLink(caller: Caller, code: LinkCode, input: LinkChange) {
  requireScope(caller, "write");
  const before = found(await findLink(caller.scope, code), "link");
  const { expiresAt, ...rest } = input;
  const set = {
    ...defined(rest),
    ...(expiresAt === undefined
      ? {}
      : { expiresAt: readFuture("expiresAt", expiresAt, caller.now()) }),
  };
  const done = await write(caller, {
    statements: [change(caller.scope, code, set)],
    outcome: "done",
    answer: viewLink(caller, { ...before, ...set }),
    audit: { verb: "link.update", subject: code },
  });
  await caller.links.forget(code);
  return done;
}
