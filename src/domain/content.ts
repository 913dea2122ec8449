/** What a content is made of. */
import type { Component } from "./component.ts";
import type { ImageId, JobId } from "./ids.ts";
import { type Duration, duration, type Instant, larger, later } from "./units.ts";

/** A section of a published body: safe HTML and the time it takes to read. */
export type Section = {
  id: string;
  /** Plain text. */
  heading: string;
  /** The heading as safe HTML, where it holds a link or a picture. */
  headingHtml?: string;
  level: number;
  html: string;
  text: string;
  expectedMs: Duration;
};

/** A square for a QR code, in pixels of the upright base. */
export type QrPlace = { readonly x: number; readonly y: number; readonly size: number };
/** A place for a line of text, in pixels of the upright base. */
export type LinePlace = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** An image as a version froze it. */
export type VersionImage = {
  id: ImageId;
  mediaKey: string;
  baseHash: string;
  type: string;
  width: number;
  height: number;
  qr: QrPlace | null;
  line: LinePlace | null;
  /** The sender's block; absent where the image has the two marks, or was published before there was one. */
  components?: readonly Component[] | null;
};

/** A version that is finished and goes out at a time to come. */
export type WaitingVersion = {
  version: number;
  /** When readers and senders see it. */
  at: Instant;
  jobId: JobId;
  /** When the draft that it was made of was last changed: what was changed since is not part of it. */
  draftedAt: Instant;
};

/** Two wordings of different sentences that a person does not want to read together. */
export type ApartPair = readonly [string, string];

/** Another way in which a sender said a sentence of a draft, masked; kept only where they agreed. */
export type OwnEdit = {
  /** The sentence's id. */
  sentenceId: string;
  text: string;
};

/** Why a job, or the image it was to make, came to nothing. */
export type Failure = {
  code: string;
  detail: string;
  errors?: { path: string; message: string }[];
};

/**
 * What a content's draft has after a change. Its number is one above what is published, so that a draft
 * numbered higher than the published version has something to publish; its time is later than before, also
 * where a clock stands or goes behind another's, since number and time together tell states apart.
 */
export function nextDraft(
  content: { draftVersion: number; publishedVersion: number | null; updatedAt: Instant },
  now: Instant,
): { draftVersion: number; updatedAt: Instant } {
  const { draftVersion, publishedVersion, updatedAt } = content;
  return {
    draftVersion: draftVersion === publishedVersion ? draftVersion + 1 : draftVersion,
    updatedAt: larger(now, later(updatedAt, duration(1))),
  };
}

/** Another way to say a sentence, proposed by a model, for a person to approve. Gates judge it whenever it is shown. */
export type SentenceOption = {
  text: string;
  /** Whether it was proposed, or written in by the stranger who reads proposals. */
  by: "proposal" | "reading";
  /** Whether the stranger stumbled over it. */
  out: boolean;
};
