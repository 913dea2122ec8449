import type { Language } from "../shell/language.ts";
import type { NoticeState } from "./consent-words.ts";

/** One part of the body as the page shows and measures it. */
export interface ReaderSection {
  /** Stable across versions; goes into `data-section`. */
  id: string;
  /** Plain text; "" for the part before the first heading. */
  heading: string;
  /** The heading as safe HTML, where it holds a link or a picture. */
  headingHtml?: string | undefined;
  /** 0 for that part, else 1 to 3. */
  level: number;
  /** Safe HTML, as renderBody makes it. */
  html: string;
  text: string;
  expectedMs: number;
}

/** The person whose link this is. */
export interface ReaderSender {
  name: string;
  title?: string | undefined;
  /** As it should be read. */
  phone?: string | undefined;
  /** This site or https. */
  avatarUrl?: string | undefined;
}

/** A picture with its size, so that the page does not jump while it loads. */
export interface ReaderImage {
  /** Absolute: Open Graph needs the host. */
  url: string;
  width: number;
  height: number;
  alt?: string | undefined;
}

export interface ReaderProps {
  /** The frame's: notice, buttons, dates. */
  language: Language;
  /** The text's own language tag; the pages need not speak it. */
  textLanguage: string;
  /** The Content-Security-Policy's nonce. */
  nonce: string;
  title: string;
  /** For previews in chats; without it the start of the text. */
  description?: string | undefined;
  /** The address as shown, ref included: who shares by `og:url` then shares the ref too. */
  url: string;
  workspaceName: string;
  sender: ReaderSender;
  cover?: ReaderImage | undefined;
  /** When the version was published: RFC 3339, or a bare date. */
  publishedAt?: string | undefined;
  /** IANA name; decides which day `publishedAt` is. */
  timeZone?: string | undefined;
  sections: readonly ReaderSection[];
  /** What the notice says first. */
  notice: NoticeState;
  privacyUrl: string;
  /** Address of the page script. */
  scriptSrc: string;
  /** The visit token. Without one (a preview, the sender's own look) there is no script at all. */
  token?: string | undefined;
  /** The reader's own ref, where the address still carries somebody else's; the script puts it there. */
  ownRef?: string | undefined;
  /** Says on the page that this is a preview. */
  preview?: boolean | undefined;
}
