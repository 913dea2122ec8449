import { bearerOf, refMinute } from "../../tracking/ref.ts";
import { AppError } from "../errors.ts";
import type { Context } from "../kernel/context.ts";
import { refuse } from "./open-link.ts";
import { identifyReader, type ReaderSigns } from "./reader-identity.ts";
import { mintRef, newRefId, readRef } from "./refs.ts";
import { signVisit } from "./visit-token.ts";

export type OpenVisitInput = ReaderSigns & {
  code: string;
  /** Known to be the reader's own. */
  ref?: string | undefined;
  /** In the address when the page opened: perhaps the reader's own, perhaps whose share they follow. */
  parentRef?: string | undefined;
  isBot: boolean;
};

/** Reads, never writes. Throws `not-found` where the link leads nowhere now. */
export async function openVisit(ctx: Context, input: OpenVisitInput) {
  const { code, isBot } = input;
  const landing = await ctx.links.landing(code);
  if (!landing || refuse(landing, ctx.now())) {
    throw new AppError(
      "not-found",
      "This link leads nowhere: it is unknown, paused, expired or withdrawn.",
    );
  }
  const reader = await identifyReader(ctx, landing, input);
  const ref = await readRef(ctx, landing.code, input.ref ?? input.parentRef);
  const { cookieOwn } = reader;
  const isReload = input.ref !== undefined;
  const nowMinute = refMinute(ctx.now());
  const isSame = ref !== null && bearerOf({ ref, nowMinute, cookieOwn, isReload }).kind === "own";
  const own = isSame ? ref.own : (cookieOwn ?? newRefId());
  const parent = isSame ? ref.parent : (ref?.own ?? null);
  const page =
    landing.kind === "content" && landing.version !== null
      ? await ctx.links.page(landing.contentId, landing.version)
      : null;
  const sections = page ? { sectionCount: page.sections.length } : {};
  return {
    token: await signVisit(ctx, { landing, reader, own, parent, isBot, ...sections }),
    ref: await mintRef(ctx, landing.code, own, parent),
  };
}
