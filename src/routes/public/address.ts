/**
 * Addresses as they come out of chats and documents. What stands beside one in a text is often taken for
 * a part of it: a Chinese comma, a bracket, the next words, another app's parameters. It is cut at the
 * first character that no code, ref or token has.
 */

import { REF_CHARS } from "../../tracking/ref.ts";

/** Of letters that a ref could have too, those beyond its length are glued to it. */
const SHARE = new RegExp(`^([A-Za-z0-9]*)(?:\\.([A-Za-z0-9_-]{1,${REF_CHARS}}))?`);

export interface ShareAddress {
  /** "" where there is none. */
  code: string;
  ref: string | undefined;
  /** Something stood behind them that was cut. */
  isGlued: boolean;
}

/** Takes apart what follows `/s/`. @param path - as the request has it, still encoded */
export function readShareAddress(path: string): ShareAddress {
  const text = decoded(path);
  const [whole = "", code = "", ref] = SHARE.exec(text) ?? [];
  return { code, ref, isGlued: whole.length < text.length };
}

/** The token that follows `/kit/` or `/privacy/`. */
export function readToken(path: string): string {
  return /^[\w.~-]*/.exec(decoded(path))?.[0] ?? "";
}

/** A link's code as a parameter names it. */
export function readCode(text: string | undefined): string {
  return readShareAddress(text ?? "").code;
}

/** The path before what is glued to it, or the same path where nothing is. */
export function withoutGlue(path: string): string {
  const start = /^[\w./~-]*/.exec(path)?.[0] ?? "";
  return start.replace(/[./]+$/, "") || "/";
}

/** A half or foreign escape stays as it is, and is cut like anything else that no code has. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
