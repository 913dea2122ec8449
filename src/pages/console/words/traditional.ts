import { hant } from "../../../generated/console.ts";
import { writer } from "./writer.ts";

/** What the console says in simplified Chinese, in traditional. */
export const inTraditional = writer(hant);
