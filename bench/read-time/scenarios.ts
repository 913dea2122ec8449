/** Named readers of a page, each with the engaged time that is true of them by construction. */
import { carriers } from "./carriers.ts";
import { comings } from "./comings.ts";
import { pages } from "./pages.ts";
import type { Story } from "./reader.ts";
import { stillness } from "./stillness.ts";

export const stories: readonly Story[] = [...comings, ...carriers, ...stillness, ...pages];
