import { knownId, type LinkCode } from "../../domain/ids.ts";
import { clearDemo as clear, filesOfDemo, isDemo } from "../../storage/demo.ts";
import { AppError } from "../errors.ts";
import { filesOf } from "../images/media-keys.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";

/** Links that other requests are told of at once; the others they ask about within a minute. */
const forgottenAtOnce = 400;

/**
 * Clears a workspace that was made to be looked at of posts, people, contacts, links and all that was read, whoever put
 * them there; settings, members, keys and the audit stay. Once: afterwards it is a workspace like any other. Throws
 * `conflict` where it is one already.
 */
export async function clearDemo(caller: Caller) {
  requireScope(caller, "admin");
  const { scope, media, links } = caller;
  const files = await filesOfDemo(scope);
  const done = await write(caller, {
    statements: clear(scope, caller.now()),
    guards: [{ condition: isDemo(scope), error: noDemo }],
    outcome: "done",
    answer: undefined,
    audit: { verb: "workspace.clear-demo", subject: scope.workspaceId },
  });
  await media.delete([...new Set([...filesOf(files.media), ...files.people])]);
  const codes = files.codes.slice(0, forgottenAtOnce);
  await Promise.all(codes.map((code) => links.forget(knownId<LinkCode>(code))));
  return done;
}

const noDemo = () =>
  new AppError("conflict", "This workspace is no demo, so nothing of it is cleared at once.");
