import type { LinkCode } from "../../domain/ids.ts";
import { findLink, updateLink as write } from "../../storage/links.ts";
import type { Caller } from "../context.ts";
import { found } from "../errors.ts";
import { defined } from "../patch.ts";
import { readExpiry } from "./create-link.ts";
import { viewLink } from "./link-view.ts";

export type LinkChange = {
  expiresAt?: string | null | undefined;
  maxClicks?: number | null | undefined;
  paused?: boolean | undefined;
};

/** Changes a link. Readers see it within a minute, at most two: landings are cached. */
export async function updateLink(caller: Caller, code: LinkCode, change: LinkChange) {
  const before = found(await findLink(caller.scope, code), "link");
  const { expiresAt, ...rest } = change;
  const set = {
    ...defined(rest),
    ...(expiresAt === undefined ? {} : { expiresAt: readExpiry(expiresAt, caller.now()) }),
  };
  await write(caller.scope, code, set);
  await caller.links.forget(code);
  return viewLink(caller, { ...before, ...set });
}
