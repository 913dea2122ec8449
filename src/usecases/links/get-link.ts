import type { LinkCode } from "../../domain/ids.ts";
import { findLink } from "../../storage/links.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { viewLink } from "./link-view.ts";

export async function getLink(caller: Caller, code: LinkCode) {
  requireScope(caller, "read");
  return viewLink(caller, found(await findLink(caller.scope, code), "link"));
}
