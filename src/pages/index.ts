export { CONSENT_TEXT, type NoticeState } from "./consent-text.ts";
export { type DocsProps, renderDocs } from "./docs.tsx";
export { type HomeProps, renderHome } from "./home.tsx";
export {
  type KitEntry,
  type KitItem,
  type KitLink,
  type KitProps,
  type KitReader,
  renderKit,
} from "./kit.tsx";
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
