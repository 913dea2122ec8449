/**
 * What a visit token vouches for, as one compact string. It is signed by the caller, who appends the
 * signature; the first character is the visit id's, so a token too begins with its shard.
 */
import {
  knownId,
  type LinkCode,
  type RefId,
  type TargetId,
  type ViewerId,
  type VisitId,
} from "../domain/ids.ts";
import { instant } from "../domain/units.ts";
import type { VisitClaims } from "../domain/visit.ts";
import { MAX_SECTIONS } from "./protocol.ts";

/** The versions that are read: tokens of the one before live for a day, its messages a few more. */
const [VERSION, EARLIER] = ["2", "1"];
const WORD = /^[A-Za-z0-9_-]{1,64}$/;
/** Of the words of a payload the refs' and the viewer's may be empty. */
const PAYLOAD = /^[\w-]{1,64}(?:~[\w-]{1,64}){5}(?:~[\w-]{0,64}){3}(?:~[\w-]{1,64}){4}$/;
const RUNGS = { g: "aggregate", n: "anonymous" } as const;

/** The payload to be signed: ids, letters, digits, `-`, `_` and `~` only. RangeError on bad ids. */
export function encodeClaims(claims: VisitClaims): string {
  const flags =
    +claims.isOwn | (+claims.isPreview << 1) | (+claims.isBot << 2) | (+claims.isBurst << 3);
  const words = [
    claims.visitId,
    VERSION,
    claims.code,
    claims.target,
    claims.contentVersion.toString(36),
    claims.sectionCount.toString(36),
    claims.own ?? "",
    claims.parent ?? "",
    claims.viewerId ?? "",
    claims.rung === "aggregate" ? "g" : "n",
    String(flags),
    claims.issuedAt.toString(36),
    claims.mintedAt.toString(36),
  ];
  const payload = words.join("~");
  // As a whole: this runs for every beat, and word by word takes twice as long.
  if (!PAYLOAD.test(payload)) {
    throw new RangeError("A visit claim does not fit a token: use ids of 1 to 64 letters");
  }
  return payload;
}

/** The claims of a payload whose signature was found true; undefined when it is not one. */
export function parseClaims(payload: string): VisitClaims | undefined {
  const words = payload.split("~");
  // Before, a token was made when its visit began.
  if (words.length === 12 && words[1] === EARLIER) words.push(words[11] ?? "");
  else if (words.length !== 13 || words[1] !== VERSION) return undefined;
  const [visitId = "", , code = "", target = "", version, count, own, parent, viewer] = words;
  const rung = RUNGS[words[9] as keyof typeof RUNGS];
  const flags = Number(words[10]);
  const contentVersion = base36(version);
  const sectionCount = base36(count);
  const issuedAt = base36(words[11]);
  const mintedAt = base36(words[12]);
  if (!(WORD.test(visitId) && WORD.test(code) && WORD.test(target) && rung)) return undefined;
  if (!(flags >= 0 && flags <= 15 && contentVersion >= 0)) return undefined;
  if (!(issuedAt >= 0 && mintedAt >= 0)) return undefined;
  if (!(sectionCount >= 0 && sectionCount <= MAX_SECTIONS)) return undefined;
  return {
    visitId: knownId<VisitId>(visitId),
    code: knownId<LinkCode>(code),
    target: knownId<TargetId>(target),
    contentVersion,
    sectionCount,
    own: own ? knownId<RefId>(own) : null,
    parent: parent ? knownId<RefId>(parent) : null,
    viewerId: viewer ? knownId<ViewerId>(viewer) : null,
    rung,
    isOwn: (flags & 1) !== 0,
    isPreview: (flags & 2) !== 0,
    isBot: (flags & 4) !== 0,
    isBurst: (flags & 8) !== 0,
    issuedAt: instant(issuedAt),
    mintedAt: instant(mintedAt),
  };
}

function base36(text: string | undefined): number {
  return text && /^[0-9a-z]{1,10}$/.test(text) ? Number.parseInt(text, 36) : -1;
}
