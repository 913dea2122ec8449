/** Addresses of readers' pages, signed: with the page as it is rendered, or for a page that asks. */
import { type LinkCode, parseId, type WorkspaceId } from "../../domain/ids.ts";
import { between, type Instant, minute } from "../../domain/units.ts";
import { openScope } from "../../storage/scope.ts";
import { AppError } from "../errors.ts";
import type { Context } from "../kernel/context.ts";
import { accountError } from "./account-error.ts";
import { type Lent, lentAtHand, lentBy } from "./lent.ts";
import { configOf, type PageConfig, pageOf } from "./sign-page.ts";

/** What an isolate remembers of tickets, so that a page that is opened often asks no database. */
const remembered = new Map<WorkspaceId, { lent: Lent | null; readAt: Instant }>();
const mostRemembered = 500;
const freshFor = minute;

/**
 * The address of a page that is being rendered, signed with the ticket that is at hand; null where none is, or a new
 * one is due. A GET writes nothing: the page then asks for it, by POST.
 */
export async function renderedConfig(
  ctx: Context,
  account: { workspaceId: WorkspaceId; appId: string },
  url: string,
): Promise<PageConfig | null> {
  const now = ctx.now();
  const { workspaceId, appId } = account;
  let known = remembered.get(workspaceId);
  if (!known || between(known.readAt, now) >= freshFor) {
    const scope = openScope(ctx.shards, workspaceId);
    known = { lent: await lentAtHand({ ...ctx, scope }, "wechat"), readAt: now };
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(workspaceId, known);
  }
  const { lent } = known;
  return lent && lent.until > now ? await configOf(appId, lent.value, url, now) : null;
}

/**
 * The address of a reader's page, signed for whoever has it open. Throws `invalid` for what is no page of ours,
 * `not-found` where its link is none, and what keeps the account from being used.
 *
 * @param isBurst whether more is signed for this link from one place than people need
 */
export async function signReaderPage(
  ctx: Context,
  url: string,
  isBurst: (code: LinkCode) => Promise<boolean>,
): Promise<PageConfig> {
  const page = pageOf(url);
  const [, text] = /^\/s\/([A-Za-z0-9]+)(?:\.[\w-]+)?$/.exec(page?.pathname ?? "") ?? [];
  const code = parseId<LinkCode>(text);
  const landing = code ? await ctx.links.landing(code) : null;
  if (!page || !landing) {
    throw new AppError("not-found", "Only pages of links are signed, and this is none.");
  }
  const { workspaceId, shareOrigin, accounts } = landing;
  if (page.origin !== shareOrigin && page.origin !== ctx.origin) {
    throw new AppError("forbidden", "Only pages on the host that they are shared on are signed.");
  }
  const account = accounts.wechat;
  if (!account) throw accountError("wechat", "not-configured");
  if (await isBurst(landing.code)) {
    throw new AppError("rate-limited", "Too many pages are signed for this link. Wait a minute.");
  }
  const scope = openScope(ctx.shards, workspaceId);
  const { value } = await lentBy({ ...ctx, scope }, "wechat");
  return await configOf(account.appId, value, url, ctx.now());
}
