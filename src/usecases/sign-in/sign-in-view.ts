/** What becomes of a reader who wants to say who they are. The page chooses the words, in whatever language. */

/** Why nothing was kept, where nothing went wrong with the account. */
export type SignInEnd =
  /** Their browser asks not to be tracked, or they refused: that stands. */
  | "gpc"
  | "refused"
  /** What came back belongs to no sign-in that this browser began within minutes, or to one that is over. */
  | "stale"
  /** They agreed a moment ago, and their browser keeps no cookie that says so. */
  | "forgotten"
  /** Their browser is remembered as somebody with another id in the same system. */
  | "other"
  /** The workspace asks for it no more, or not in this app. */
  | "off"
  /** WeChat came back without a code: they thought better of it. */
  | "declined"
  /** WeChat showed a snapshot of the page and made somebody up. */
  | "snapshot"
  /** One of the company's own people, who are not taken for readers. */
  | "member";

/** What the account's server made of it: the code, how often it may be asked, no answer, or the account itself. */
export type SignInTrouble = "code" | "quota" | "no-answer" | "account";

type Page = { code: string; senderName: string; workspaceName: string };

export type SignInResult =
  | ({ kind: "not-kept"; why: SignInEnd | SignInTrouble } & Page)
  | ({
      kind: "kept";
      /** The name that they go by in WeChat, where that is what they are called from now on. */
      nickname: string | null;
      /** They are somebody whom the workspace knows for certain. */
      isKnown: boolean;
      privacyUrl: string;
    } & Page);
