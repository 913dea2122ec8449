export { CONSENT_TEXT, type NoticeState } from "./consent-text.ts";
export { type DocsProps, renderDocs } from "./docs.tsx";
export { type HomeProps, renderHome } from "./home.tsx";
export { renderKit } from "./kit.tsx";
export type { KitEntry, KitItem, KitLink, KitProps, KitReader } from "./kit-props.ts";
export { chooseLanguage, type Language } from "./language.ts";
export { type MessageKind, type MessageProps, renderMessage } from "./message.tsx";
export { type PrivacyProps, renderPrivacy } from "./privacy.tsx";
export {
  type ReaderImage,
  type ReaderProps,
  type ReaderSection,
  type ReaderSender,
  renderReader,
} from "./reader.tsx";
