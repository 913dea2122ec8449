import { type ConsentInput, recordConsent, type Taken } from "../beats/record-consent.ts";
import type { Context } from "../kernel/context.ts";
import { readVisit } from "../open/visit-token.ts";
import { endOf } from "./begin-sign-in.ts";
import type { SignInResult } from "./sign-in-view.ts";

type Agreed =
  | { kind: "agreed"; code: string; taken: Taken }
  | Extract<SignInResult, { kind: "not-kept" }>;

/**
 * Takes the yes of a reader who was asked on their way to WeChat: of the visit in progress and later ones, as any other.
 * Null for a token that is not ours or too old. Throws `forbidden` on the page of a visit that was erased.
 */
export async function agreeToSignIn(
  ctx: Context,
  input: Omit<ConsentInput, "choice">,
): Promise<Agreed | null> {
  const claims = await readVisit(ctx, input.token);
  const landing = claims && (await ctx.links.landing(claims.code));
  if (!landing) return null;
  const { code, senderName, workspaceName } = landing;
  const not = (why: "gpc" | "refused"): Agreed => ({
    ...{ kind: "not-kept", why, code, senderName, workspaceName },
  });
  const end = endOf(landing, input);
  if (end) return not(end);
  const taken = await recordConsent(ctx, { ...input, choice: true });
  return taken ? { kind: "agreed", code, taken } : not("gpc");
}
