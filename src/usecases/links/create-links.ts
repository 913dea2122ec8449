import { commit } from "../../storage/commit.ts";
import type { Caller } from "../context.ts";
import { AppError } from "../errors.ts";
import { createLink, type NewLink } from "./create-link.ts";

type Link = Awaited<ReturnType<typeof createLink>>["link"];
type Result =
  | { index: number; status: "created" | "existing"; link: Link }
  | { index: number; status: "failed"; error: { code: string; detail: string } };

/** Makes many links; each succeeds or fails by itself, and a repeated call gives the same links. */
export async function createLinks(caller: Caller, inputs: readonly NewLink[]) {
  // Each link is idempotent by what it is, so only the answer as a whole needs the record.
  const each: Caller = { ...caller, scope: { ...caller.scope, once: null } };
  const results: Result[] = [];
  for (const [index, input] of inputs.entries()) {
    try {
      const { created, link } = await createLink(each, input);
      results.push({ index, status: created ? "created" : "existing", link });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { code, detail } = error;
      results.push({ index, status: "failed", error: { code, detail } });
    }
  }
  await commit(caller.scope, caller.now(), [], { status: 200, body: { results } });
  return { results };
}
