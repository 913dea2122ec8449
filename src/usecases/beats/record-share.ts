import { parseShareReport, shareMessage } from "../../tracking/share-report.ts";
import { AppError } from "../errors.ts";
import type { Context } from "../kernel/context.ts";
import { readVisit } from "../open/visit-token.ts";

/**
 * Takes a page's word of where its reader passed it on to. Bots, the sender and bursts have no place in a tree:
 * theirs is heard and kept nowhere. Throws `malformed`, `forbidden` for a token that is not ours, and `unavailable`.
 */
export async function recordShare(ctx: Context, fields: Record<string, unknown>): Promise<void> {
  const report = parseShareReport(fields);
  if (!report) {
    throw new AppError("malformed", 'Send {"token": "…", "to": "chat", "moments" or "other"}.');
  }
  const claims = await readVisit(ctx, report.token);
  if (!claims) {
    throw new AppError(
      "forbidden",
      "The visit token is not ours or older than a day. Open the page again.",
    );
  }
  const { isBot, isOwn, isPreview, isBurst, own } = claims;
  if (isBot || isOwn || isPreview || isBurst || own === null) return;
  try {
    await ctx.queues.send("beats", shareMessage({ claims, to: report.to }));
  } catch {
    throw new AppError("unavailable", "The answer could not be taken. Please try again.");
  }
}
