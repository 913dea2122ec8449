import type { KitItem, KitView } from "../../usecases/kit/kit-view.ts";
import type { Language } from "../shell/language.ts";

export interface KitProps {
  view: KitView;
  /** The frame's. */
  language: Language;
  nonce: string;
}

/** What each part of one content's kit gets. */
export interface KitPartProps {
  item: KitItem;
  language: Language;
}
