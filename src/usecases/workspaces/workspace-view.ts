import { accentsOf } from "../../domain/accent.ts";
import type { Notice } from "../../domain/notice.ts";
import type { Workspace } from "../../storage/workspaces.ts";
import { imageUrl } from "../images/image-url.ts";
import type { Scoped } from "../kernel/context.ts";
import { rfc3339 } from "../time.ts";

export async function viewWorkspace(ctx: Scoped, row: Workspace, notice: Notice | null) {
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
    leaveName: row.leaveName,
    language: row.language,
    ...(await viewBrand(ctx, row)),
    demo: row.isDemo,
    notice: notice?.words ?? {},
    noticeVersion: notice?.version ?? null,
    createdAt: rfc3339(row.createdAt),
  };
}

/** The logo's address, and the colour beside what of it pages show. */
async function viewBrand(ctx: Scoped, { logoKey, colour }: Workspace) {
  const shown = colour && accentsOf(colour);
  return {
    logo: logoKey && (await imageUrl(ctx, { mediaKey: logoKey })),
    colour,
    shownColours: shown && { light: shown.light.accent, dark: shown.dark.accent },
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
