import { APP_NAMES } from "../../shell/app-names.ts";

/** In which app a page was read. */
export const apps = { "zh-Hans": APP_NAMES["zh-Hans"], en: APP_NAMES.en };
