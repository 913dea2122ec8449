import type { PageView } from "../../usecases/open/page-view.ts";
import type { Language } from "../shell/language.ts";

/** One part of the body as the page shows and measures it. */
export type ReaderSection = Omit<PageView["sections"][number], "expectedMs"> & {
  /** Goes into `data-expected-ms`. */
  expectedMs: number;
};

/** What the page is inside WeChat, whose workspace has an official account. */
export interface WechatProps {
  scriptSrc: string;
  /** The page's address, signed; null where there was no ticket at hand, and the page asks. */
  config: object | null;
  /** Path and query as they were asked for. */
  path: string;
}

export type ReaderProps = Omit<PageView, "code" | "sections" | "outside"> & {
  sections: readonly ReaderSection[];
  /** The frame's: notice, buttons, dates. */
  language: Language;
  /** The Content-Security-Policy's nonce. */
  nonce: string;
  /** For previews in chats; without it the start of the text. */
  description?: string | undefined;
  privacyUrl: string;
  /** Address of the page script. */
  scriptSrc: string;
  wechat?: WechatProps | undefined;
  /** Below the text a link leads to WeChat, to say who one is. */
  offersSignIn?: boolean | undefined;
  /** Says on the page that this is a preview. */
  preview?: boolean | undefined;
  /** Shows the notice of a preview too, which asks nobody. */
  showsNotice?: boolean | undefined;
};
