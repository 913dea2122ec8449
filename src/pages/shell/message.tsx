import { plainStyle } from "../../generated/faces.ts";
import type { Language } from "./language.ts";
import { renderDocument } from "./layout.tsx";
import { MESSAGES, type MessageKind } from "./message-words.ts";

export interface MessageProps {
  language: Language;
  nonce: string;
  kind: MessageKind;
  /** Shown so that it can be quoted to whoever runs the deployment. */
  requestId?: string | undefined;
}

/** A page that says kindly why there is nothing to read, as a whole HTML document. */
export function renderMessage({ language, nonce, kind, requestId }: MessageProps): string {
  const [title, text] = MESSAGES[kind][language];
  return renderDocument({
    lang: language,
    nonce,
    title,
    style: plainStyle,
    bodyClass: "plain",
    head: <meta name="robots" content="noindex" />,
    children: (
      <main>
        <span class="mark" />
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        {requestId ? <p class="fine">{requestId}</p> : null}
      </main>
    ),
  });
}
