/** Pages show who shared them. What changes of a sender is seen there at once, not when what is cached has aged. */
import type { LinkCode, SenderId } from "../../domain/ids.ts";
import { codesShowing } from "../../storage/links.ts";
import type { Scoped } from "../kernel/context.ts";

/** Links whose cached landing is dropped at once, the newest; others show the change within their minute. */
const forgottenAtOnce = 300;

/** The links whose pages show a sender. Asked before the change, which may take them from the sender. */
export const pagesOf = ({ scope }: Scoped, id: SenderId): Promise<LinkCode[]> =>
  codesShowing(scope, id, forgottenAtOnce);

/** Has those pages made anew when they are next opened; after the change was written. */
export async function forgetPages({ links }: Scoped, codes: readonly LinkCode[]): Promise<void> {
  await Promise.all(codes.map((code) => links.forget(code)));
}
