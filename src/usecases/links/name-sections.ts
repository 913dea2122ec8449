import type { LinkCode } from "../../domain/ids.ts";
import { findLink } from "../../storage/links.ts";
import { namePageSections } from "../../storage/page-sections.ts";
import { found, invalidField } from "../errors.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";

/**
 * Says what the parts of a link's outside page are called, for all links to the same page: in the order in which
 * the page's script counts them. Throws `invalid` for a link to a content, whose parts have their headings.
 */
export async function nameSections(caller: Caller, code: LinkCode, sections: readonly string[]) {
  requireScope(caller, "write");
  const link = found(await findLink(caller.scope, code), "link");
  if (link.url === null) {
    throw invalidField("code", "Name a link to an outside page: a content's parts have headings.");
  }
  return await write(caller, {
    statements: namePageSections(caller.scope, link.target, sections),
    outcome: "done",
    answer: { code: code as string, url: link.url, sections: [...sections] },
    audit: { verb: "link.sections", subject: code },
  });
}
