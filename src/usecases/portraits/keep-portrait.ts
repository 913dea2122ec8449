/** Where senders' portraits lie: beside each other in R2, under keys that begin with the sender's id. */
import type { SenderId } from "../../domain/ids.ts";
import { second, times } from "../../domain/units.ts";
import { findSender, updateSender } from "../../storage/senders.ts";
import { AppError, found } from "../errors.ts";
import { portraitPlaceOf } from "../images/media-keys.ts";
import { oneAtATime } from "../images/one-at-a-time.ts";
import type { Scoped } from "../kernel/context.ts";
import { keep, write } from "../kernel/write.ts";
import { sha256Hex } from "../sha256.ts";
import { makePortrait } from "./make-portrait.ts";

/** The longest that somebody waits for others' pictures. */
const patience = times(15, second);

/**
 * Gives a sender a portrait in place of the one there was. The row is written before the file, and files
 * of before go last: what a crash in between leaves goes with the next portrait, or with the sender.
 *
 * @param read gives the file: only when its turn has come, so that those who wait hold no memory.
 */
export async function keepPortrait(
  ctx: Scoped,
  id: SenderId,
  read: () => Promise<Uint8Array>,
): Promise<void> {
  const { scope, media } = ctx;
  found(await findSender(scope, id), "sender");
  const { bytes } = await oneAtATime(ctx, patience, async (goOn) =>
    makePortrait(await read(), goOn),
  );
  const portraitKey = `${portraitPlaceOf(id)}${(await sha256Hex(bytes)).slice(0, 24)}`;
  await write(ctx, {
    statements: [updateSender(scope, id, { portraitKey })],
    outcome: "done",
    answer: undefined,
    audit: { verb: "sender.portrait", subject: id },
  });
  try {
    await media.put(portraitKey, bytes, "image/jpeg");
  } catch (error) {
    ctx.log.error("portrait-not-kept", error, { senderId: id });
    await keep(scope, [updateSender(scope, id, { portraitKey: null })]);
    throw new AppError("unavailable", "The portrait could not be kept. Send it again in a moment.");
  }
  await media.deleteUnder(portraitPlaceOf(id), portraitKey);
}

/** Takes a sender's portrait away; pictures that were made with it are drawn without it from now on. */
export async function dropPortrait(ctx: Scoped, id: SenderId): Promise<void> {
  const { scope } = ctx;
  found(await findSender(scope, id), "sender");
  await write(ctx, {
    statements: [updateSender(scope, id, { portraitKey: null })],
    outcome: "done",
    answer: undefined,
    audit: { verb: "sender.portrait-removed", subject: id },
  });
  await deletePortraitFiles(ctx, id);
}

/** Deletes what there is of a sender's portraits. */
export async function deletePortraitFiles(
  { media }: Pick<Scoped, "media">,
  id: SenderId,
): Promise<void> {
  await media.deleteUnder(portraitPlaceOf(id));
}
