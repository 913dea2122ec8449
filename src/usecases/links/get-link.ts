import type { LinkCode } from "../../domain/ids.ts";
import { findLink } from "../../storage/links.ts";
import { found } from "../errors.ts";
import { checkInSight } from "../in-sight.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { viewLink } from "./link-view.ts";

export async function getLink(caller: Caller, code: LinkCode) {
  requireScope(caller, "read", "own-team");
  const link = found(await findLink(caller.scope, code), "link");
  await checkInSight(caller, link.senderId, "link");
  return viewLink(caller, link);
}
