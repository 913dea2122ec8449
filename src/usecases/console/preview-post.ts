import { accentsOf } from "../../domain/accent.ts";
import { hasSignIn } from "../../domain/account.ts";
import type { ContentId } from "../../domain/ids.ts";
import { knownId, type LinkCode } from "../../domain/ids.ts";
import { findAccount } from "../../storage/accounts.ts";
import { listImages } from "../../storage/images.ts";
import { newestNotice } from "../../storage/notices.ts";
import { listSenders } from "../../storage/senders.ts";
import { guessLanguage } from "../contents/guess-language.ts";
import { deriveSections } from "../contents/sections.ts";
import { imageUrl } from "../images/image-url.ts";
import { ownTeam, requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import type { PageView } from "../open/page-view.ts";
import { rfc3339 } from "../time.ts";

/** Colleagues among whom the preview's sender is found. */
const looked = 50;

/** What the page of a post would show, before anything of it is kept. */
export async function previewPost(
  caller: Caller,
  post: { id: ContentId | undefined; title: string; body: string; sampleSender: string },
): Promise<PageView> {
  requireScope(caller, "read", "own-team");
  const { scope, workspace } = caller;
  const [{ items }, images, addedNotice, wechat, wecom] = await Promise.all([
    listSenders(scope, { limit: looked }, ownTeam(caller) ?? undefined),
    post.id ? listImages(scope, post.id) : [],
    newestNotice(scope),
    findAccount(scope, "wechat"),
    findAccount(scope, "wecom"),
  ]);
  const textLanguage = guessLanguage(`${post.title}\n${post.body}`);
  // Whoever writes in it has a name in it.
  const sender = items.find(({ name }) => guessLanguage(name) === textLanguage) ?? items[0];
  const first = images.find(({ status }) => status === "ready");
  const cover = first && {
    url: await imageUrl(caller, first),
    width: first.width,
    height: first.height,
  };
  const { logoKey, colour } = workspace;
  const addressOf = async (mediaKey: string | null | undefined) =>
    mediaKey ? await imageUrl(caller, { mediaKey }) : undefined;
  return {
    code: knownId<LinkCode>(""),
    textLanguage,
    title: post.title,
    url: caller.shareOrigin,
    workspaceName: workspace.name,
    logoUrl: await addressOf(logoKey),
    accents: colour ? accentsOf(colour) : undefined,
    sender: {
      name: sender?.name ?? post.sampleSender,
      title: sender?.title ?? undefined,
      phone: sender?.phone ?? undefined,
      avatarUrl: await addressOf(sender?.portraitKey),
      wechatQrUrl: await addressOf(sender?.wechatQrKey),
    },
    cover,
    publishedAt: rfc3339(caller.now()),
    timeZone: workspace.timezone,
    sections: deriveSections(post.body, []),
    notice: workspace.consentMode === "notice" ? "noticed" : "ask",
    addedNotice,
    retentionDays: workspace.retentionDays,
    namesSignIn: hasSignIn({ ...(wechat ? { wechat } : {}), ...(wecom ? { wecom } : {}) }),
    // The form that asks for it belongs to a link.
    asksName: false,
  };
}
