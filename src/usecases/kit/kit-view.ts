/** What a sender sees of their kit. The page shows it, in whatever language. */
import type { Accents } from "../../domain/accent.ts";
import type { ContactId, ContentId, ViewerId } from "../../domain/ids.ts";
import type { LinkState } from "../../domain/landing.ts";
import type { BriefingState, Certainty, ContentKind } from "../../domain/vocabulary.ts";

/** One content in the list at the top. */
export interface KitEntry {
  contentId: ContentId;
  title: string;
  /** "new" for what came out lately and was not copied yet, "copied" for what was copied: where it went then, nobody can see. */
  state: "new" | "copied" | null;
}

/** A link of the sender's for one content and channel. */
export interface KitLink {
  channel: string;
  url: string;
  /** Any but "open" meets readers with a message in place of the page. */
  state: LinkState;
}

/** Somebody who agreed to be remembered, with what they read through the sender, the newest first. */
export interface KitReader {
  viewerId: ViewerId;
  /** Null while nobody knows who it was. */
  name: string | null;
  /** Of the name; what is only probable the sender may take back. */
  certainty: Certainty | null;
  /** They left it themselves, and the sender has not confirmed it yet; with the number that they gave. */
  left: { phone: string | null } | null;
  reads: readonly KitRead[];
}

export interface KitRead {
  /** Of the content, or an outside page's address; null for a content that is no longer shared. */
  title: string | null;
  engagedMs: number;
  /** RFC 3339. */
  at: string;
  /** Heading of the part read longest. */
  topSection?: string | undefined;
}

/** A picture of the sender's, and a smaller one of the same, for eyes. */
export interface KitImage extends KitSized {
  /** What it is called once it is saved, with its ending. */
  fileName: string;
  small: KitSized;
}

interface KitSized {
  url: string;
  width: number;
  height: number;
}

/** Everything a sender needs to share one content. */
export interface KitItem {
  contentId: ContentId;
  title: string;
  /** The language tag of title and caption. */
  textLanguage: string;
  version: number;
  /** The sender's own wording, plain text; "" where there is none yet. */
  caption: string;
  /** RFC 3339: when they copied another wording, which the version that is published now does not say; else null. */
  copiedBefore: string | null;
  /** The most lines and characters (line breaks left out) that WeChat shows without folding. */
  foldLimits: { lines: number; chars: number };
  images: readonly KitImage[];
  /** What the content is: which questions ask for a line of the sender's own. */
  kind: ContentKind;
  /** Which of its three questions is asked first, so that colleagues are not all asked the same. */
  question: number;
  /** What the sender wrote themselves for this content, and whether head office may see it. */
  own: { line: string; shared: boolean };
  /** Their lines for other contents, the newest first. */
  earlierLines: readonly string[];
  /** One per channel that is shared on a phone; the first is what most share in. */
  links: readonly KitLink[];
  /** The one that is scanned. */
  print: (KitLink & { qrUrl: string }) | null;
  /** The page as readers see it: knows its sender for an hour, in whatever browser it is opened first. */
  lookUrl: string | null;
  /** All reads so far, those by people who stay unnamed included. */
  reads: number;
  /** Of them, reads by people who did not agree to be remembered: a sum, and never rows. */
  unnamed: number;
}

/** Somebody to turn to today. */
export interface KitTask {
  id: string;
  /** Null while nobody knows who it is. */
  name: string | null;
  certainty: Certainty | null;
  /** The evidence, a sentence each. */
  why: readonly Words[];
  /** How a talk may begin. */
  opener: Words | null;
  state: BriefingState;
}

/** Something a rule of the workspace wanted the sender to know at once. */
interface KitAlert {
  id: string;
  /** Null while nobody knows who it is. */
  name: string | null;
  certainty: Certainty | null;
  /** What they are interested in by that. */
  tag: Words;
  /** The evidence, with the figure as it is. */
  why: Words;
}

type Words = { readonly zh: string; readonly en: string };

export interface KitView {
  workspaceName: string;
  logoUrl: string | null;
  /** Null for Starling's own colours. */
  accents: Accents | null;
  senderName: string;
  /** The sender's portrait, or null. */
  avatarUrl: string | null;
  /** The code by which the sender is added in WeChat, or null. */
  wechatQrUrl: string | null;
  /** All published contents; the list shows from two on. */
  entries: readonly KitEntry[];
  /** What was asked for and is not shared: withdrawn at a time under a title, or null for both where it is gone. */
  missing: { title: string; at: string } | { title: null; at: null } | null;
  /** Null while nothing is published, and where something was asked for that is not shared. */
  current: KitItem | null;
  /** Whom to turn to today; empty where no list was made this morning. */
  tasks: readonly KitTask[];
  /** What readers did in the last two days that the sender was told of at once. */
  alerts: readonly KitAlert[];
  /** Of all contents, the newest first; the page shows them all, so they are few. */
  readers: readonly KitReader[];
  /** Whom the sender knows by name, for a link of their own; the newest first. */
  people: readonly { id: ContactId; name: string }[];
  /** What the sender says before and after every caption; "" for nothing. */
  ownWords: { opener: string; closer: string };
  /** RFC 3339; "today" and "yesterday" are told from it. */
  now: string;
  /** IANA name of the workspace's timezone. */
  timeZone: string;
}
