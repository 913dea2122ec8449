import type { Workspace } from "../../storage/workspaces.ts";
import { rfc3339 } from "../time.ts";

export function viewWorkspace(row: Workspace) {
  return {
    id: row.workspaceId,
    name: row.name,
    timezone: row.timezone,
    consentMode: row.consentMode,
    retentionDays: row.retentionDays,
    brands: row.brands,
    bannedWords: row.bannedWords,
    shareOrigin: row.shareOrigin,
    createdAt: rfc3339(row.createdAt),
  };
}

/** True where the runtime knows the IANA name of a timezone. */
export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
