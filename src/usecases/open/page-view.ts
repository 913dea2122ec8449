/** What a reader's page shows. The page chooses the words, in whatever language. */
import type { Accents } from "../../domain/accent.ts";
import type { PageAccounts } from "../../domain/account.ts";
import type { Section } from "../../domain/content.ts";
import type { LinkCode, WorkspaceId } from "../../domain/ids.ts";
import type { Notice } from "../../domain/notice.ts";

/** What the notice says first: a question, a fact told before, or the state after an answer. */
export type NoticeState = "ask" | "noticed" | "agreed" | "refused" | "gpc";

/** The person whose link this is. */
export interface ReaderSender {
  name: string;
  title?: string | undefined;
  /** As it should be read. */
  phone?: string | undefined;
  /** This site or https. */
  avatarUrl?: string | undefined;
  /** The code by which they are added in WeChat. */
  wechatQrUrl?: string | undefined;
}

/** A picture with its size, so that the page does not jump while it loads. */
export interface ReaderImage {
  /** Absolute: Open Graph needs the host. */
  url: string;
  width: number;
  height: number;
  alt?: string | undefined;
}

/** Whose page it is, and on which host its readers have it. */
export interface PageOutside {
  workspaceId: WorkspaceId;
  origin: string;
  accounts: PageAccounts;
}

export interface PageView {
  /** The link's. */
  code: LinkCode;
  /** The text's own language tag; the pages need not speak it. */
  textLanguage: string;
  title: string;
  /** The address as shown, ref included: who shares by `og:url` then shares the ref too. */
  url: string;
  workspaceName: string;
  logoUrl?: string | undefined;
  /** Undefined for Starling's own colours. */
  accents?: Accents | undefined;
  sender: ReaderSender;
  cover?: ReaderImage | undefined;
  /** When the version was published: RFC 3339. */
  publishedAt?: string | undefined;
  /** IANA name; decides which day `publishedAt` is. */
  timeZone?: string | undefined;
  sections: readonly Section[];
  notice: NoticeState;
  /** What the workspace adds to the notice, by its version; null where it adds nothing. */
  addedNotice: Notice | null;
  /** How long a reader's records are kept. */
  retentionDays: number;
  /** Whether the notice tells of saying who one is with WeChat. */
  namesSignIn: boolean;
  /** Whether a form below the text asks for a name. */
  asksName: boolean;
  /** What the page can be to WeChat and WeCom; undefined where the workspace has no account with either. */
  outside?: PageOutside | undefined;
  /** The visit token. Without one (a preview, the sender's own look) there is no script at all. */
  token?: string | undefined;
  /** The reader's own ref, where the address carries another or one minted a moment ago; the script puts it there. */
  ownRef?: string | undefined;
}

/** A cookie that a browser is asked to keep; no script may read it. */
export interface KeptCookie {
  name: string;
  value: string;
}
