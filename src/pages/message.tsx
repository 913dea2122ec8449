import type { Language } from "./language.ts";
import { renderDocument } from "./layout.tsx";
import { PLAIN_CSS } from "./styles/plain.ts";

/** Why somebody sees a message in place of what they came for. */
export type MessageKind =
  | "unknown-link"
  | "withdrawn"
  | "expired"
  | "paused"
  | "used-up"
  | "kit-expired"
  | "not-found"
  | "error";

export interface MessageProps {
  language: Language;
  nonce: string;
  kind: MessageKind;
  /** Shown where something broke, so that it can be quoted. */
  requestId?: string | undefined;
}

/** A title, and a sentence that says what to do now. */
const MESSAGES: Record<MessageKind, Record<Language, readonly [title: string, text: string]>> = {
  "unknown-link": {
    zh: ["没有找到这个链接", "可能少复制了几个字符。请让分享给你的人再发一次。"],
    en: [
      "This link does not exist",
      "A few characters may have been lost on the way. Ask the person who shared it to send it again.",
    ],
  },
  withdrawn: {
    zh: ["这篇内容已经收回", "发布它的人把它撤下了。想了解里面讲的事，可以直接问分享给你的人。"],
    en: [
      "This piece has been withdrawn",
      "Its publisher took it down. The person who shared it can tell you what it was about.",
    ],
  },
  expired: {
    zh: ["这个链接已经过期", "它只在一段时间内有效。请让分享给你的人发一个新的。"],
    en: [
      "This link has expired",
      "It was valid for a limited time. Ask the person who shared it for a new one.",
    ],
  },
  paused: {
    zh: ["这个链接暂时停用", "分享的人把它暂停了，过些时候再来看看。"],
    en: ["This link is paused", "The person who shared it put it on hold. Try again later."],
  },
  "used-up": {
    zh: ["这个链接的名额用完了", "它只能打开有限的次数。请让分享给你的人发一个新的。"],
    en: [
      "This link has been used up",
      "It could be opened a limited number of times. Ask the person who shared it for a new one.",
    ],
  },
  "kit-expired": {
    zh: ["分享包需要重新打开", "这次登录已经失效。请用总部最近发给你的链接再打开一次。"],
    en: [
      "Please open your kit again",
      "This session has ended. Open the latest kit link that head office sent you.",
    ],
  },
  "not-found": {
    zh: ["这里什么也没有", "请检查地址是否完整。"],
    en: ["There is nothing here", "Check that the address is complete."],
  },
  error: {
    zh: ["出了点问题", "不是你的原因。请过一分钟再试。"],
    en: ["Something went wrong", "It is not your fault. Please try again in a minute."],
  },
};

/** A page that says kindly why there is nothing to read, as a whole HTML document. */
export function renderMessage({ language, nonce, kind, requestId }: MessageProps): string {
  const [title, text] = MESSAGES[kind][language];
  return renderDocument({
    language,
    nonce,
    title,
    css: PLAIN_CSS,
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
