import { hant } from "../../generated/traditional.ts";
import { writer } from "./traditional-writer.ts";

/** What Starling says in simplified Chinese, in traditional. */
export const inTraditional = writer(hant);
