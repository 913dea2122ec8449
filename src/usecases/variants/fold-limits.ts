import { FOLD_CHARS, FOLD_LINES } from "../../variation/text/index.ts";

/** The most of a pasted caption that WeChat shows before it folds the rest. */
export const foldLimits = { lines: FOLD_LINES, chars: FOLD_CHARS };
