/** Pictures of which their owner has one: a portrait, a code, a logo. Each lies in R2 under a place of its owner's. */
import { second, times } from "../../domain/units.ts";
import type { Statement } from "../../storage/scope.ts";
import { AppError } from "../errors.ts";
import { oneAtATime } from "../images/one-at-a-time.ts";
import type { Scoped } from "../kernel/context.ts";
import { keep, write } from "../kernel/write.ts";
import { sha256Hex } from "../sha256.ts";
import { makePicture, type PictureKind } from "./make-picture.ts";

export type OwnPicture = {
  kind: PictureKind;
  /** Whose it is. */
  subject: string;
  /** The audit's word for what has it. */
  owner: "sender" | "workspace";
  /** What every key of it begins with. */
  place: string;
  /** Statement: where it lies now; null for nowhere. */
  note: (key: string | null) => Statement;
};

/** The longest that somebody waits for others' pictures. */
const patience = times(15, second);

/**
 * Keeps a picture in place of the one there was. The row is written before the file, and files of before go
 * last: what a crash in between leaves goes with the next one, or with its owner.
 *
 * @param read gives the file: only when its turn has come, so that those who wait hold no memory.
 */
export async function keepPicture(
  ctx: Scoped,
  picture: OwnPicture,
  read: () => Promise<Uint8Array>,
): Promise<string> {
  const { scope, media } = ctx;
  const { kind, owner, place, note, subject } = picture;
  const { bytes } = await oneAtATime(ctx, patience, async (goOn) =>
    makePicture(kind, await read(), goOn),
  );
  const key = `${place}${(await sha256Hex(bytes)).slice(0, 24)}`;
  await write(ctx, {
    statements: [note(key)],
    outcome: "done",
    answer: undefined,
    audit: { verb: `${owner}.${kind}`, subject },
  });
  try {
    await media.put(key, bytes, "image/jpeg");
  } catch (error) {
    ctx.log.error(`${kind}-not-kept`, error, { subject });
    await keep(scope, [note(null)]);
    throw new AppError("unavailable", "The picture could not be kept. Send it again in a moment.");
  }
  await media.deleteUnder(place, key);
  return key;
}

/** Takes a picture away, also from pages and posters that showed it. */
export async function dropPicture(ctx: Scoped, picture: OwnPicture): Promise<void> {
  const { kind, owner, place, note, subject } = picture;
  await write(ctx, {
    statements: [note(null)],
    outcome: "done",
    answer: undefined,
    audit: { verb: `${owner}.${kind}-removed`, subject },
  });
  await ctx.media.deleteUnder(place);
}
