import type { Hex } from "../../domain/accent.ts";
import { type NoticeWords, noticeLanguages } from "../../domain/notice.ts";
import type { AuthorLanguage, ConsentMode, FloorName } from "../../domain/vocabulary.ts";
import { addNotice, newestNotice } from "../../storage/notices.ts";
import { updateWorkspace as change } from "../../storage/workspaces.ts";
import { invalidField } from "../errors.ts";
import { logoPlaceOf } from "../images/media-keys.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { write } from "../kernel/write.ts";
import { defined } from "../patch.ts";
import { isTimezone, viewWorkspace } from "./workspace-view.ts";

export type WorkspaceChange = {
  name?: string | undefined;
  timezone?: string | undefined;
  consentMode?: ConsentMode | undefined;
  retentionDays?: number | undefined;
  brands?: string[] | undefined;
  bannedWords?: string[] | undefined;
  shareOrigin?: string | null | undefined;
  insistOn?: FloorName | undefined;
  varyLayout?: boolean | undefined;
  /** Readers may leave their name below the text. */
  leaveName?: boolean | undefined;
  /** In which those who write are advised; null for that of what they write. */
  language?: AuthorLanguage | null | undefined;
  /** "#rrggbb"; null for Starling's own. Pages show the nearest that can be read. */
  colour?: Hex | null | undefined;
  /** Takes the logo away. */
  logo?: null | undefined;
  /** What is added to the notice, by language: a new version of it where it is another than before. */
  notice?: NoticeWords | undefined;
};

/** Changes the caller's workspace. Brands and banned words hold for what is published from now on. */
export async function updateWorkspace(caller: Caller, input: WorkspaceChange) {
  requireScope(caller, "admin");
  if (input.timezone !== undefined && !isTimezone(input.timezone)) {
    throw invalidField("timezone", "Use an IANA timezone name, such as Asia/Shanghai.");
  }
  const { notice: words, logo, ...settings } = input;
  const set = defined({ ...settings, ...(logo === null ? { logoKey: null } : {}) });
  if (set.shareOrigin) set.shareOrigin = originOf(set.shareOrigin);
  const before = await newestNotice(caller.scope);
  const isNew = words !== undefined && !isSameNotice(words, before?.words ?? {});
  const notice = isNew ? { version: (before?.version ?? 0) + 1, words } : before;
  const done = await write(caller, {
    statements: [
      change(caller.scope, set),
      ...(isNew ? [addNotice(caller.scope, words, caller.now())] : []),
    ],
    outcome: "done",
    answer: await viewWorkspace(caller, { ...caller.workspace, ...set }, notice),
    audit: { verb: "workspace.update", subject: caller.scope.workspaceId },
  });
  if (logo === null) await caller.media.deleteUnder(logoPlaceOf(caller.scope.workspaceId));
  return done;
}

const isSameNotice = (a: NoticeWords, b: NoticeWords) =>
  noticeLanguages.every((language) => (a[language] ?? "") === (b[language] ?? ""));

/** "https://host" of an address that has nothing after its host. Throws `invalid`. */
function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === "https:" && url.href === `${url.origin}/`) return url.origin;
  throw invalidField(
    "shareOrigin",
    "Use the address of a host that leads to this deployment, such as https://share.example.com.",
  );
}
