/** From what opening a link found out to what the page shows and the browser keeps. */
import { accentsOf } from "../../domain/accent.ts";
import { hasSignIn } from "../../domain/account.ts";
import type { VersionImage } from "../../domain/content.ts";
import type { RefId } from "../../domain/ids.ts";
import type { ContentLanding, VersionPage } from "../../domain/landing.ts";
import { dealtImages } from "../images/dealt-images.ts";
import { imageUrl, ownImage } from "../images/image-url.ts";
import { sizes } from "../images/media-keys.ts";
import type { Context } from "../kernel/context.ts";
import { rfc3339 } from "../time.ts";
import type { KeptCookie, NoticeState, PageOutside, PageView } from "./page-view.ts";
import {
  type ReaderIdentity,
  refCookie,
  signOwn,
  signViewer,
  viewerCookie,
} from "./reader-identity.ts";

export type Found = {
  landing: ContentLanding;
  page: VersionPage;
  reader: ReaderIdentity;
  /** The ref in the address. */
  ref: string;
  token: string;
  /** The reader's own ref, where the address carries somebody else's or one that was minted a moment ago. */
  ownRef: string | null;
};

export async function viewPage(ctx: Context, found: Found): Promise<PageView> {
  const { landing, page, token, ownRef, ref } = found;
  const [cover] = dealtImages({ ...page, contentId: landing.contentId }, landing.dealt);
  return {
    code: landing.code,
    textLanguage: page.language,
    title: page.title,
    url: `${ctx.origin}/s/${landing.code}.${ref}`,
    workspaceName: landing.workspaceName,
    logoUrl: await pictureOf(ctx, landing.workspaceLogoKey),
    accents: landing.workspaceColour ? accentsOf(landing.workspaceColour) : undefined,
    sender: {
      name: landing.senderName,
      title: landing.senderTitle ?? undefined,
      phone: landing.senderPhone ?? undefined,
      avatarUrl: await pictureOf(ctx, landing.senderPortraitKey),
      wechatQrUrl: await pictureOf(ctx, landing.senderWechatQrKey),
    },
    cover: cover && { ...(await coverOf(ctx, landing, cover)) },
    publishedAt: rfc3339(page.publishedAt),
    timeZone: landing.timezone,
    sections: page.sections,
    notice: noticeOf(found),
    addedNotice: landing.addedNotice,
    retentionDays: landing.retentionDays,
    namesSignIn: hasSignIn(landing.accounts ?? {}),
    // A landing that was kept by an earlier version may not know of it.
    asksName: landing.leaveName === true && !found.reader.gpc,
    outside: outsideOf(ctx, landing),
    token,
    ownRef: ownRef ?? undefined,
  };
}

/** A landing that was kept by an earlier version knows of no accounts. */
function outsideOf({ origin }: Context, landing: ContentLanding): PageOutside | undefined {
  const { workspaceId, shareOrigin, accounts } = landing;
  if (Object.keys(accounts ?? {}).length === 0) return undefined;
  return { workspaceId, origin: shareOrigin ?? origin, accounts };
}

/** A landing that was kept by an earlier version may not know of it. */
async function pictureOf({ keys, origin }: Context, mediaKey: string | null | undefined) {
  return mediaKey ? await imageUrl({ keys, shareOrigin: origin }, { mediaKey }) : undefined;
}

/** The sender's own, of a size for eyes: never a poster with an empty box over "press to scan". */
async function coverOf({ keys, origin }: Context, landing: ContentLanding, cover: VersionImage) {
  const { code, senderName: name, senderTitle: title, senderPhone: phone } = landing;
  const { senderTeam: team, senderPortraitKey: portraitKey } = landing;
  const sender = { name, title, phone, team, portraitKey };
  const row = landing.dealt?.row ?? -1;
  const own = { code, linkUrl: `${origin}/s/${code}`, row, sender };
  return await ownImage({ keys, shareOrigin: origin }, cover, own, sizes.cover);
}

/** What the browser of a reader who was just made a viewer keeps of it. */
export async function cookiesOf(
  ctx: Context,
  { landing, reader }: Pick<Found, "landing" | "reader">,
  own: RefId,
): Promise<KeptCookie[]> {
  if (!(reader.isNewViewer && reader.viewerId)) return [];
  const { workspaceId, code } = landing;
  return [
    {
      name: viewerCookie(workspaceId),
      // They read on under a notice and have said nothing: that covers no more than reading.
      value: await signViewer(ctx, workspaceId, {
        id: reader.viewerId,
        coversSignIn: false,
        isOnlyNoticed: true,
      }),
    },
    { name: refCookie(code), value: await signOwn(ctx, code, own) },
  ];
}

function noticeOf({ reader, landing }: Found): NoticeState {
  if (reader.gpc) return "gpc";
  if (reader.refused) return "refused";
  if (reader.rung === "aggregate") return "ask";
  return landing.consentMode === "notice" ? "noticed" : "agreed";
}
