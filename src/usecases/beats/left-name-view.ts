/** What becomes of a name that a reader leaves. The page chooses the words, in whatever language. */
import type { KeptCookie } from "../open/page-view.ts";

/** What is still missing before anything is kept. */
export type NameFault = "name" | "phone" | "agreement";

type Page = { code: string; senderName: string; workspaceName: string };

/** What was filled in, as the form shows it again. */
export type TypedName = { name: string; phone: string; agrees: boolean };

export type LeftNameResult =
  | ({
      kind: "again";
      fault: NameFault;
      /** Of the page that was open: the form is sent with it once more. */
      token: string;
      typed: TypedName;
      /** They agreed before: no second yes is asked for. */
      hasAgreed: boolean;
    } & Page)
  | ({
      kind: "kept";
      name: string;
      phone: string;
      /** Whoever it is was confirmed before: nothing has changed. */
      isKnown: boolean;
      keep: readonly KeptCookie[];
      drop: readonly string[];
      /** Of the agreement, where it was given with the form. */
      receipt: string | null;
      privacyUrl: string;
    } & Page);
