import { readWorkspace } from "../../storage/workspaces.ts";
import { compileCaption, type Plan } from "../../variation/text/index.ts";
import type { Scoped } from "../context.ts";
import { AppError } from "../errors.ts";

/**
 * Compiles a caption's drafts under the workspace's brands and banned words. Throws `invalid` with
 * the draft, line and column of each fault.
 */
export async function checkDrafts(caller: Scoped, drafts: readonly string[]): Promise<Plan> {
  const { brands, bannedWords } = await readWorkspace(caller.scope);
  const compiled = compileCaption({ drafts, protect: brands, bannedWords });
  if (compiled.ok) return compiled.plan;
  throw new AppError(
    "invalid",
    "A caption's markup needs mending. Each error names its draft, line and column.",
    compiled.errors.map((error) => ({
      path: `drafts[${error.draft}]`,
      message: `Line ${error.line}, column ${error.column}: ${error.message}`,
    })),
  );
}
