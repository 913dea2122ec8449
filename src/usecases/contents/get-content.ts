import type { ContentId } from "../../domain/ids.ts";
import { findContent } from "../../storage/contents.ts";
import { listImages } from "../../storage/images.ts";
import { found } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { viewContent } from "./content-view.ts";

export async function getContent(caller: Caller, id: ContentId) {
  requireScope(caller, "read", "own-team");
  const row = found(await findContent(caller.scope, id), "content");
  return viewContent(caller, row, await listImages(caller.scope, id));
}
