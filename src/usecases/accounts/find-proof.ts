import { findProofs } from "../../storage/accounts.ts";
import type { Context } from "../kernel/context.ts";

/**
 * What a file says by which WeChat or WeCom sees that a host is an account's; null where nobody has set it. On a host
 * that a workspace shares its pages on, its own alone count: nobody else proves anything about it.
 *
 * @param origin of the host that was asked
 */
export async function findProof(
  ctx: Context,
  name: string,
  origin: string,
): Promise<string | null> {
  const proofs = await findProofs(ctx.shards, name);
  const own = proofs.find(({ shareOrigin }) => shareOrigin === origin);
  if (own) return own.content;
  // By the deployment's own name ask those who share on it, and a proxy in front of a share host.
  return origin === ctx.origin ? (proofs[0]?.content ?? null) : null;
}
