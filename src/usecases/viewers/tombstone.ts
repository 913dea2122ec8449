/** Marks of who was erased: lasting keyed hashes, so that they tell for years and lead to nobody. */
import { toBase64Url } from "../../domain/encoding.ts";
import type { Context } from "../kernel/context.ts";

/** 144 bits as 24 characters. */
const hashBytes = 18;

/** The mark of each id. */
export async function tombstonesOf(
  { keys }: Pick<Context, "keys">,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const marked = await Promise.all(
    ids.map(async (id) => {
      const mac = await keys.lastingMac("tombstone", id);
      return [id, toBase64Url(mac.subarray(0, hashBytes))] as const;
    }),
  );
  return new Map(marked);
}
