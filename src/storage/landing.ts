/** What opening a link needs: where it leads now, and the page it leads to. */
import type { ContactId, ContentId, LinkCode, Ms, SenderId, TargetId, WorkspaceId } from "./ids.ts";
import type { ConsentMode, Section, VersionImage } from "./schema.ts";

/** A link with all that decides its answer, as D1 had it at `readAt`. */
export type Landing = {
  code: LinkCode;
  workspaceId: WorkspaceId;
  workspaceName: string;
  timezone: string;
  retentionDays: number;
  consentMode: ConsentMode;
  target: TargetId;
  contentId: ContentId | null;
  url: string | null;
  /** The version readers see, or null where the content has none or was withdrawn. */
  version: number | null;
  withdrawn: boolean;
  senderId: SenderId;
  senderName: string;
  senderTitle: string | null;
  senderPhone: string | null;
  channel: string;
  contactId: ContactId | null;
  expiresAt: Ms | null;
  maxClicks: number | null;
  paused: boolean;
  readAt: Ms;
};

/** The page of one version: immutable, so it may be kept for ever. */
export type VersionPage = {
  title: string;
  language: string;
  sections: Section[];
  images: VersionImage[];
  publishedAt: Ms;
};

/** A link's landing, or null where the code is not, or no longer, a link. */
export async function readLanding(
  d1: D1Database,
  code: LinkCode,
  now: Ms,
): Promise<Landing | null> {
  const row = await d1
    .prepare(
      `SELECT l.code, l.workspace_id AS workspaceId, w.name AS workspaceName,
         w.timezone, w.retention_days AS retentionDays,
         w.consent_mode AS consentMode, l.target, l.content_id AS contentId, l.url,
         CASE WHEN c.withdrawn_at IS NULL AND c.deleted_at IS NULL THEN c.published_version END
           AS version,
         (c.withdrawn_at IS NOT NULL OR c.deleted_at IS NOT NULL) AS withdrawn,
         l.sender_id AS senderId, s.name AS senderName, s.title AS senderTitle,
         s.phone AS senderPhone, l.channel, l.contact_id AS contactId,
         l.expires_at AS expiresAt, l.max_clicks AS maxClicks, l.paused
       FROM links l
       JOIN workspaces w ON w.id = l.workspace_id
       JOIN senders s ON s.id = l.sender_id
       LEFT JOIN contents c ON c.id = l.content_id
       WHERE l.code = ? AND l.deleted_at IS NULL`,
    )
    .bind(code)
    .first<
      Omit<Landing, "readAt" | "withdrawn" | "paused"> & { withdrawn: number; paused: number }
    >();
  return row && { ...row, withdrawn: row.withdrawn === 1, paused: row.paused === 1, readAt: now };
}

/** The page of a version, or null where there is none. */
export async function readVersionPage(
  d1: D1Database,
  contentId: ContentId,
  version: number,
): Promise<VersionPage | null> {
  const row = await d1
    .prepare(
      `SELECT title, language, sections, images, published_at AS publishedAt
       FROM versions WHERE content_id = ? AND version = ?`,
    )
    .bind(contentId, version)
    .first<{
      title: string;
      language: string;
      sections: string;
      images: string;
      publishedAt: Ms;
    }>();
  return (
    row && {
      ...row,
      sections: JSON.parse(row.sections) as Section[],
      images: JSON.parse(row.images) as VersionImage[],
    }
  );
}
