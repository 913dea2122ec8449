import type { Notice } from "../../domain/notice.ts";
import type { Workspace } from "../../storage/workspaces.ts";
import { rfc3339 } from "../time.ts";

export function viewWorkspace(row: Workspace, notice: Notice | null) {
  return {
    id: row.workspaceId,
    name: row.name,
    timezone: row.timezone,
    consentMode: row.consentMode,
    retentionDays: row.retentionDays,
    brands: row.brands,
    bannedWords: row.bannedWords,
    shareOrigin: row.shareOrigin,
    insistOn: row.insistOn,
    varyLayout: row.varyLayout,
    notice: notice?.words ?? {},
    noticeVersion: notice?.version ?? null,
    createdAt: rfc3339(row.createdAt),
  };
}

/**
 * True for an IANA name of a timezone. Abbreviations (CST is in China, Cuba and Chicago) and offsets name none,
 * though a runtime may take them.
 */
export function isTimezone(name: string): boolean {
  if (!/^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+$/.test(name) && name !== "UTC") return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
