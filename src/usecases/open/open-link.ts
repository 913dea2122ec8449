/** What a reader gets who opens a link: a page, a way on, or a kind word why not. */

import { type RefId, shardOf } from "../../domain/ids.ts";
import type { Landing, OutsideLanding } from "../../domain/landing.ts";
import type { Instant } from "../../domain/units.ts";
import { useClick } from "../../storage/links.ts";
import { newId } from "../../storage/new-id.ts";
import { countMessage } from "../../tracking/queue-messages.ts";
import { bearerOf, isFresh, refMinute } from "../../tracking/ref.ts";
import type { Context } from "../kernel/context.ts";
import { keep } from "../kernel/write.ts";
import { nameOf, withoutSl } from "../links/outside-url.ts";
import type { KeptCookie, PageView } from "./page-view.ts";
import { identifyReader, type ReaderIdentity, type ReaderSigns } from "./reader-identity.ts";
import { mintRef, newRefId, readRef, settleRef } from "./refs.ts";
import { cookiesOf, viewPage } from "./view-page.ts";
import { signVisit, visitClaims } from "./visit-token.ts";

export type OpenInput = ReaderSigns & {
  code: string;
  /** The ref in the address, if any. */
  ref: string | undefined;
  isBot: boolean;
  /** What stands behind "?" in the address. */
  query: string;
  /** HEAD, prefetch: nobody looks yet. */
  isAhead: boolean;
  /** HEAD: nothing of the page is sent. */
  isHead: boolean;
  /** Whether more is opened through this link from one place than people open; asked where it matters. */
  isBurst: () => Promise<boolean>;
};

export type Refusal = "missing" | "withdrawn" | "expired" | "paused" | "used-up";

export type OpenedPage = {
  kind: "page";
  view: PageView;
  cookies: readonly KeptCookie[];
  /** Names of cookies that the browser is to forget. */
  forgets: readonly string[];
};

export type Opened =
  | { kind: Refusal }
  | { kind: "redirect"; path: string }
  | { kind: "leave"; url: string }
  | OpenedPage;

/** Opens a link. A page is neither counted nor written; only a redirect can use up a click. */
export async function openLink(ctx: Context, input: OpenInput): Promise<Opened> {
  const landing = await ctx.links.landing(input.code);
  if (!landing) return { kind: "missing" };
  const refusal = refuse(landing, ctx.now());
  if (refusal) return { kind: refusal };

  const reader = await identifyReader(ctx, landing, input, newId(shardOf(landing.code)));
  const ref = await readRef(ctx, landing.code, input.ref);
  if (landing.kind === "outside") return leave(ctx, landing, reader, ref?.own ?? null, input);

  if (!ref) {
    if (!(await spendClick(ctx, landing, reader, input))) return { kind: "used-up" };
    const text = await mintRef(ctx, landing.code, reader.cookieOwn ?? newRefId(), null);
    return { kind: "redirect", path: `/s/${landing.code}.${text}` };
  }

  const { cookieOwn } = reader;
  const bearer = bearerOf({ ref, nowMinute: refMinute(ctx.now()), cookieOwn });
  if (bearer.kind === "cookie") {
    const text = await mintRef(ctx, landing.code, bearer.own, ref.own);
    return { kind: "redirect", path: `/s/${landing.code}.${text}` };
  }
  const isChild = bearer.kind === "child";
  if (isChild && !(await spendClick(ctx, landing, reader, input))) return { kind: "used-up" };
  const own = isChild ? newRefId() : ref.own;
  const parent = isChild ? ref.own : ref.parent;

  // A machine's and the sender's own visit is never a read, and who asks for the head alone gets no token: how
  // many of them there are is nobody's question. A page fetched ahead has its token in it, and a reader later.
  const mayBeRead = !(input.isBot || input.isHead || reader.isOwn);
  // Beside each other: both are asked of others while somebody waits.
  const [page, isBurst] = await Promise.all([
    landing.version === null ? null : ctx.links.page(landing.contentId, landing.version),
    mayBeRead && input.isBurst(),
  ]);
  if (!page) return { kind: "missing" };
  const claims = visitClaims(ctx, {
    visitId: newId(shardOf(landing.code)),
    begunAt: ctx.now(),
    landing,
    reader,
    own,
    parent,
    isBot: input.isBot,
    isBurst,
    sectionCount: page.sections.length,
  });
  const found = {
    landing,
    page,
    reader,
    ref: input.ref ?? "",
    token: await signVisit(ctx, claims),
    ownRef: await ownRefOf(ctx, landing, { own, parent, isChild, minute: ref.minute }),
  };
  const view = await viewPage(ctx, found);
  return { kind: "page", view, cookies: await cookiesOf(ctx, found, own), forgets: reader.forgets };
}

/**
 * What the page puts into its address, or null where that can stay. A ref that was minted a moment ago may be passed on
 * before it is a few minutes old, and would make its next bearer the reader whom it was minted for. A capped link keeps
 * it: there each reload by somebody without a cookie would use up a click.
 */
async function ownRefOf(
  ctx: Context,
  { code, maxClicks }: Landing,
  at: { own: RefId; parent: RefId | null; isChild: boolean; minute: number },
): Promise<string | null> {
  const { own, parent, isChild, minute } = at;
  if (maxClicks !== null) return isChild ? await mintRef(ctx, code, own, parent) : null;
  const isSettled = !isChild && !isFresh(minute, refMinute(ctx.now()));
  return isSettled ? null : await settleRef(ctx, code, own, parent);
}

/** Why a link leads nowhere now, or null. */
export function refuse(landing: Landing, now: Instant): Exclude<Refusal, "used-up"> | null {
  if (landing.kind === "content" && landing.withdrawn) return "withdrawn";
  if (landing.expiresAt !== null && landing.expiresAt <= now) return "expired";
  if (landing.paused) return "paused";
  return landing.kind === "content" && landing.version === null ? "missing" : null;
}

/**
 * Uses up a click of a capped link; bots, look-aheads and the sender use up none. False where none is left,
 * for whoever calls themselves a bot too.
 */
async function spendClick(
  ctx: Context,
  { code, maxClicks, isUsedUp }: Landing,
  { isOwn }: ReaderIdentity,
  { isBot, isAhead }: OpenInput,
): Promise<boolean> {
  if (maxClicks === null || isOwn) return true;
  if (isBot || isAhead) return !isUsedUp;
  const d1 = ctx.shards.get(shardOf(code));
  const [used = 0] = d1 ? await keep(d1, [useClick(code)]) : [];
  return used > 0;
}

/** To an outside URL: the click is counted, once, and the ref goes along. */
async function leave(
  ctx: Context,
  landing: OutsideLanding,
  reader: ReaderIdentity,
  parent: RefId | null,
  input: OpenInput,
): Promise<Opened> {
  if (!(await spendClick(ctx, landing, reader, input))) return { kind: "used-up" };
  // A person's click on a capped link was counted by its conditional update.
  const isCounted = landing.maxClicks !== null && !input.isBot;
  if (!input.isAhead && !isCounted && !reader.isOwn) {
    const isMachine = input.isBot || (await input.isBurst());
    const count = countMessage(landing.code, isMachine ? "bot-click" : "click");
    // A click that is not counted is a smaller loss than a reader who does not arrive.
    await ctx.queues.send("beats", count).catch((error: unknown) => {
      ctx.log.error("click-not-counted", error);
    });
  }
  const ref = await mintRef(ctx, landing.code, reader.cookieOwn ?? newRefId(), parent);
  const url = new URL(landing.url);
  return { kind: "leave", url: leavingUrl(url, input.query, `${landing.code}.${ref}`) };
}

/**
 * The address of an outside page with what came along: parameters that the short address had (the page's own
 * win), and `sl`, once, in place of one that somebody copied with the address. All as text: URLSearchParams
 * would rewrite the rest of the query, which may be signed.
 */
export function leavingUrl(target: URL, query: string, sl: string): string {
  const url = new URL(target);
  const own = withoutSl(url.search);
  const taken = new Set(own.map(nameOf));
  const passed = withoutSl(query).filter((part) => !taken.has(nameOf(part)));
  url.search = `?${[...own, ...passed, `sl=${sl}`].join("&")}`;
  return url.toString();
}
