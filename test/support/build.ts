import { build } from "../../scripts/build.ts";

/** wrangler's own build command does not run under vitest, so the generated modules are made here. */
export const setup = build;
