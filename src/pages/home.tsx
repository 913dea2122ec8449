import type { Language } from "./language.ts";
import { renderDocument } from "./layout.tsx";
import { PLAIN_CSS } from "./styles/plain.ts";

export interface HomeProps {
  language: Language;
  nonce: string;
}

const TEXT = {
  zh: {
    lead: "一份内容，许多人分享：每个人有自己的文案、自己的图片、自己的链接，也知道谁真正读了它。",
    honest: "读的人会被告知记录了什么，可以拒绝；拒绝了也照常阅读。",
    docs: "API 文档",
    contract: "openapi.json",
    health: "运行状态",
    privacy: "隐私说明",
  },
  en: {
    lead: "Many people share one message, each in their own words and picture, through a link of their own, and learn who really read it.",
    honest: "Readers are told what is recorded and can refuse; who refuses reads on just the same.",
    docs: "API reference",
    contract: "openapi.json",
    health: "Health",
    privacy: "Privacy",
  },
} as const;

/** The front page of a deployment, as a whole HTML document. */
export function renderHome({ language, nonce }: HomeProps): string {
  const text = TEXT[language];
  return renderDocument({
    language,
    nonce,
    title: "Starling",
    description: text.lead,
    css: PLAIN_CSS,
    bodyClass: "plain",
    children: (
      <main>
        <span class="mark" />
        <h1>Starling</h1>
        <p class="lead">{text.lead}</p>
        <p>{text.honest}</p>
        <nav aria-label="Starling">
          <a class="button full" href="/docs">
            {text.docs}
          </a>
          <a class="button" href="/openapi.json">
            {text.contract}
          </a>
          <a class="button" href="/healthz">
            {text.health}
          </a>
          <a class="button" href="/privacy">
            {text.privacy}
          </a>
        </nav>
      </main>
    ),
  });
}
