/** Where a link leads, with all that decides its answer. */
import type { Hex } from "./accent.ts";
import type { PageAccounts } from "./account.ts";
import type { Section, VersionImage } from "./content.ts";
import type { ContactId, ContentId, LinkCode, SenderId, TargetId, WorkspaceId } from "./ids.ts";
import type { Notice } from "./notice.ts";
import type { Instant } from "./units.ts";
import type { ConsentMode, ImageDeal } from "./vocabulary.ts";

type LinkSide = {
  code: LinkCode;
  workspaceId: WorkspaceId;
  workspaceName: string;
  /** Where its logo lies. */
  workspaceLogoKey: string | null;
  workspaceColour: Hex | null;
  timezone: string;
  retentionDays: number;
  consentMode: ConsentMode;
  /** What the workspace adds to the notice. */
  addedNotice: Notice | null;
  /** Readers may leave their name below the text. */
  leaveName: boolean;
  target: TargetId;
  senderId: SenderId;
  senderName: string;
  senderTitle: string | null;
  senderPhone: string | null;
  senderTeam: string | null;
  /** Where the sender's portrait lies. */
  senderPortraitKey: string | null;
  /** Where the code lies by which the sender is added in WeChat. */
  senderWechatQrKey: string | null;
  channel: string;
  contactId: ContactId | null;
  expiresAt: Instant | null;
  maxClicks: number | null;
  /** All clicks that it may have were made. */
  isUsedUp: boolean;
  paused: boolean;
  /** "https://host" that the workspace's links carry; null for the deployment's own. */
  shareOrigin: string | null;
  /** What the workspace is with WeChat and WeCom. */
  accounts: PageAccounts;
  /** When D1 said so. */
  readAt: Instant;
};

/** To a page of ours. */
export type ContentLanding = LinkSide & {
  kind: "content";
  contentId: ContentId;
  /** The version readers see, or null where the content has none or was withdrawn. */
  version: number | null;
  withdrawn: boolean;
  /** What of that version the sender was dealt. */
  dealt: Dealt | null;
};

/** Which row of the codebook a sender has, and where they stand when pictures are dealt. */
export type Dealt = {
  readonly row: number;
  readonly team: string | null;
  /** Null for who was dealt to before pictures were. */
  readonly place: number | null;
};

/** To somebody else's page. */
export type OutsideLanding = LinkSide & { kind: "outside"; url: string };

export type Landing = ContentLanding | OutsideLanding;

/** Whether whoever opens a link gets anywhere. */
export type LinkState = "open" | "expired" | "paused" | "used-up";

export function linkState(
  link: Pick<LinkSide, "expiresAt" | "paused" | "maxClicks"> & { clicks: number },
  now: Instant,
): LinkState {
  const { expiresAt, paused, maxClicks, clicks } = link;
  if (expiresAt !== null && expiresAt <= now) return "expired";
  if (paused) return "paused";
  return maxClicks !== null && clicks >= maxClicks ? "used-up" : "open";
}

/** The page of one version: immutable, so it may be kept for ever. */
export type VersionPage = {
  title: string;
  language: string;
  sections: Section[];
  images: VersionImage[];
  imageDeal: ImageDeal;
  publishedAt: Instant;
};
