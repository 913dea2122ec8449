/** What becomes of a name that a reader leaves. The page chooses the words, in whatever language. */
import type { KeptCookie } from "../open/page-view.ts";

/** What is still missing before anything is kept. */
export type NameFault = "name" | "phone" | "agreement";

type Page = { code: string; senderName: string; workspaceName: string };

export type LeftNameResult =
  | ({ kind: "again"; fault: NameFault } & Page)
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
