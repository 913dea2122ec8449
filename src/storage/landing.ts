/** What opening a link needs: where it leads now, and the page it leads to. */
import type { PageAccounts } from "../domain/account.ts";
import type { Section, VersionImage } from "../domain/content.ts";
import type { ContentId, LinkCode } from "../domain/ids.ts";
import type { Dealt, Landing, OutsideLanding, VersionPage } from "../domain/landing.ts";
import type { Notice } from "../domain/notice.ts";
import type { Instant } from "../domain/units.ts";
import type { ImageDeal } from "../domain/vocabulary.ts";
import { readShard } from "./shard.ts";

type LinkSide = Omit<OutsideLanding, "kind" | "url">;
/** As D1 has it; a check of the table says that a link has either a content or a URL. */
type Row = Omit<
  LinkSide,
  "readAt" | "addedNotice" | "accounts" | "leaveName" | "paused" | "isUsedUp"
> & {
  leaveName: number;
  isUsedUp: number;
  version: number | null;
  withdrawn: number;
  paused: number;
  addedNotice: string | null;
  accounts: string;
  dealtRow: number | null;
  dealtTeam: string | null;
  dealtPlace: number | null;
} & ({ contentId: ContentId; url: null } | { contentId: null; url: string });

/**
 * A link's landing, or null where the code is not, or no longer, a link. Of who left the page shows whoever took over, or
 * the workspace's name.
 */
export async function readLanding(
  d1: D1Database,
  code: LinkCode,
  now: Instant,
): Promise<Landing | null> {
  const [row] = await readShard<Row>(
    d1,
    "address",
    `SELECT l.code, l.workspace_id AS workspaceId, w.name AS workspaceName,
         w.logo_key AS workspaceLogoKey, w.colour AS workspaceColour,
         w.share_origin AS shareOrigin,
         (SELECT json_group_object(x.system, json_object('appId', x.app_id, 'signIn', x.sign_in))
          FROM accounts x WHERE x.workspace_id = w.id) AS accounts,
         w.timezone, w.retention_days AS retentionDays,
         w.consent_mode AS consentMode, w.leave_name AS leaveName,
         (SELECT json_object('version', n.version, 'words', json(n.words)) FROM notices n
          WHERE n.workspace_id = w.id ORDER BY n.version DESC LIMIT 1) AS addedNotice, l.target, l.content_id AS contentId, l.url,
         CASE WHEN c.withdrawn_at IS NULL AND c.deleted_at IS NULL THEN c.published_version END
           AS version,
         (c.withdrawn_at IS NOT NULL OR c.deleted_at IS NOT NULL) AS withdrawn,
         s.id AS senderId,
         CASE WHEN s.deleted_at IS NULL THEN s.name ELSE w.name END AS senderName,
         CASE WHEN s.deleted_at IS NULL THEN s.title END AS senderTitle,
         CASE WHEN s.deleted_at IS NULL THEN s.phone END AS senderPhone, s.team AS senderTeam,
         CASE WHEN s.deleted_at IS NULL THEN s.portrait_key END AS senderPortraitKey,
         CASE WHEN s.deleted_at IS NULL THEN s.wechat_qr_key END AS senderWechatQrKey, l.channel, l.contact_id AS contactId,
         l.expires_at AS expiresAt, l.max_clicks AS maxClicks,
         l.max_clicks IS NOT NULL AND l.clicks >= l.max_clicks AS isUsedUp, l.paused,
         a.row AS dealtRow, a.team AS dealtTeam, a.place AS dealtPlace
       FROM links l
       JOIN workspaces w ON w.id = l.workspace_id
       JOIN senders made ON made.id = l.sender_id
       JOIN senders s ON s.id = coalesce(made.handed_to, made.id)
       LEFT JOIN contents c ON c.id = l.content_id
       LEFT JOIN assignments a ON a.content_id = c.id AND a.version = c.published_version
         AND a.sender_id = l.sender_id
       WHERE l.code = ? AND l.deleted_at IS NULL`,
    code,
  );
  if (!row) return null;
  const { contentId, url, version, withdrawn, dealtRow, dealtTeam, dealtPlace, ...link } = row;
  const addedNotice: Notice | null = row.addedNotice === null ? null : JSON.parse(row.addedNotice);
  const accounts: PageAccounts = JSON.parse(row.accounts);
  const marks = {
    addedNotice,
    accounts,
    leaveName: row.leaveName === 1,
    paused: row.paused === 1,
    isUsedUp: row.isUsedUp === 1,
  };
  const side: LinkSide = { ...link, ...marks, readAt: now };
  if (contentId === null) return { ...side, kind: "outside", url };
  const dealt: Dealt | null =
    dealtRow === null ? null : { row: dealtRow, team: dealtTeam, place: dealtPlace };
  return { ...side, kind: "content", contentId, version, withdrawn: withdrawn === 1, dealt };
}

/** The page of a version, or null where there is none. */
export async function readVersionPage(
  d1: D1Database,
  contentId: ContentId,
  version: number,
): Promise<VersionPage | null> {
  const [row] = await readShard<{
    title: string;
    language: string;
    sections: string;
    images: string;
    imageDeal: ImageDeal;
    publishedAt: Instant;
  }>(
    d1,
    "address",
    `SELECT title, language, sections, images, image_deal AS imageDeal,
         published_at AS publishedAt
       FROM versions WHERE content_id = ? AND version = ?`,
    contentId,
    version,
  );
  return row === undefined
    ? null
    : {
        ...row,
        sections: JSON.parse(row.sections) as Section[],
        images: JSON.parse(row.images) as VersionImage[],
      };
}
