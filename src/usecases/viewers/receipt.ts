/**
 * A receipt says what was answered or erased and when. It is signed, so that anybody can check it years later
 * without anything being kept for that.
 */
import { parseId, type WorkspaceId } from "../../domain/ids.ts";
import { type Instant, instant } from "../../domain/units.ts";
import type { Context } from "../kernel/context.ts";

export type Receipt =
  | {
      kind: "consent";
      at: Instant;
      choice: boolean;
      textVersion: string;
      language: string;
      /** SHA-256 of the words that were answered to. */
      textHash: string;
    }
  /** `of` is the keyed hash that stands for who was erased. */
  | { kind: "erasure"; at: Instant; of: string };

/** What a checked receipt says, and of which workspace. */
export type CheckedReceipt = Receipt & { workspaceId: WorkspaceId };

const word = encodeURIComponent;

export function signReceipt(
  { keys }: Pick<Context, "keys">,
  workspaceId: WorkspaceId,
  receipt: Receipt,
): Promise<string> {
  const begin = [workspaceId, receipt.at.toString(36)];
  const rest =
    receipt.kind === "consent"
      ? [
          receipt.choice ? "yes" : "no",
          word(receipt.textVersion).replaceAll(".", "%2E"),
          word(receipt.language).replaceAll(".", "%2E"),
          receipt.textHash,
        ]
      : ["erased", receipt.of];
  return keys.sign("receipt", [...begin, ...rest].join("."));
}

/** What a receipt says, or null where we did not sign it. */
export async function readReceipt(ctx: Context, text: string): Promise<CheckedReceipt | null> {
  const payload = await ctx.keys.verify("receipt", text);
  const [workspace, when = "", what, ...rest] = payload?.split(".") ?? [];
  const workspaceId = parseId<WorkspaceId>(workspace);
  const at = instant(Number.parseInt(when, 36));
  if (!workspaceId || Number.isNaN(at)) return null;
  if (what === "erased") return { kind: "erasure", workspaceId, at, of: rest[0] ?? "" };
  const [textVersion = "", language = "", textHash = ""] = rest;
  return {
    kind: "consent",
    workspaceId,
    at,
    choice: what === "yes",
    textVersion: decodeURIComponent(textVersion),
    language: decodeURIComponent(language),
    textHash,
  };
}
