import type { LinkCode } from "../../domain/ids.ts";
import { findLink } from "../../storage/links.ts";
import type { Caller } from "../context.ts";
import { found } from "../errors.ts";
import { viewLink } from "./link-view.ts";

export async function getLink(caller: Caller, code: LinkCode) {
  return viewLink(caller, found(await findLink(caller.scope, code), "link"));
}
