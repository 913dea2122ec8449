import type { Language } from "./language.ts";
import { MESSAGES, type MessageKind, REQUEST_NUMBER } from "./message-words.ts";
import { renderPlain } from "./plain.tsx";

export interface MessageProps {
  language: Language;
  nonce: string;
  kind: MessageKind;
  /** Shown so that it can be quoted to whoever runs the deployment. */
  requestId?: string | undefined;
}

/** A page that says kindly why there is nothing to read, as a whole HTML document. */
export function renderMessage({ language, nonce, kind, requestId }: MessageProps): string {
  const [title, lead] = MESSAGES[kind][language];
  const children = requestId ? (
    <p class="fine">
      {REQUEST_NUMBER[language]} <span class="number">{requestId}</span>
    </p>
  ) : null;
  return renderPlain({ language, nonce, title, lead, children });
}
