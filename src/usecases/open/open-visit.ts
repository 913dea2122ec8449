/** A visit token for a page that was not served by us, came back from the back/forward cache, or lost its own. */
import { duration, earlier } from "../../domain/units.ts";
import type { VisitClaims } from "../../domain/visit.ts";
import { MAX_READ_BEFORE_MS } from "../../tracking/protocol.ts";
import { bearerOf, refMinute } from "../../tracking/ref.ts";
import { AppError } from "../errors.ts";
import type { Context } from "../kernel/context.ts";
import { nameVisit } from "./named-visit.ts";
import { refuse } from "./open-link.ts";
import { identifyReader, type ReaderSigns } from "./reader-identity.ts";
import { mintRef, readRef } from "./refs.ts";
import { signVisit, visitClaims } from "./visit-token.ts";

export type OpenVisitInput = ReaderSigns & {
  code: string;
  /** Known to be the reader's own. */
  ref?: string | undefined;
  /** In the address when the page opened: perhaps the reader's own, perhaps whose share they follow. */
  parentRef?: string | undefined;
  /** The page's own name for its visit, drawn at random: asking twice makes one visit. */
  key?: string | undefined;
  /** How long ago the visit began, as the page says. At most ten minutes are believed. */
  readMs?: number | undefined;
  isBot: boolean;
  /** Whether more visits of this link begin from one place than people begin; asked where one begins. */
  isBurst: () => Promise<boolean>;
};

export type OpenedVisit = { claims: VisitClaims; token: string; ref: string };

/** Reads, never writes. Throws `not-found` where the link leads nowhere now. */
export async function openVisit(ctx: Context, input: OpenVisitInput): Promise<OpenedVisit> {
  const { code, isBot } = input;
  const landing = await ctx.links.landing(code);
  if (!landing || refuse(landing, ctx.now())) throw nowhere();
  const names = await nameVisit(ctx, landing.code, input.key);
  const reader = await identifyReader(ctx, landing, input, names.viewerId);
  const ref = await readRef(ctx, landing.code, input.ref ?? input.parentRef);
  const { cookieOwn } = reader;
  const isReload = input.ref !== undefined;
  const nowMinute = refMinute(ctx.now());
  const isSame = ref !== null && bearerOf({ ref, nowMinute, cookieOwn, isReload }).kind === "own";
  // Whose click was the last goes on reading, and comes back to the page.
  if (landing.isUsedUp && !isSame && !reader.isOwn) throw nowhere();
  const own = isSame ? ref.own : (cookieOwn ?? names.own);
  const parent = isSame ? ref.parent : (ref?.own ?? null);
  // Beside each other: both are asked of others while somebody waits.
  const [page, isBurst] = await Promise.all([
    landing.kind === "content" && landing.version !== null
      ? ctx.links.page(landing.contentId, landing.version)
      : null,
    // A machine's visit is never a read, and neither is the sender's own.
    !(isBot || reader.isOwn) && input.isBurst(),
  ]);
  const readBefore = duration(Math.min(input.readMs ?? 0, MAX_READ_BEFORE_MS));
  const claims = visitClaims(ctx, {
    visitId: names.visitId,
    begunAt: earlier(ctx.now(), readBefore),
    landing,
    reader,
    own,
    parent,
    isBot,
    isBurst,
    ...(page ? { sectionCount: page.sections.length } : {}),
  });
  return {
    claims,
    token: await signVisit(ctx, claims),
    ref: await mintRef(ctx, landing.code, own, parent),
  };
}

const nowhere = () =>
  new AppError(
    "not-found",
    "This link leads nowhere: it is unknown, paused, expired, used up or withdrawn.",
  );
