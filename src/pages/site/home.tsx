import { plainStyle } from "../../generated/faces.ts";
import type { Language } from "../shell/language.ts";
import { renderDocument } from "../shell/layout.tsx";
import { HOME_WORDS } from "./home-words.ts";

export interface HomeProps {
  language: Language;
  nonce: string;
}

/** The front page of a deployment, as a whole HTML document. */
export function renderHome({ language, nonce }: HomeProps): string {
  const words = HOME_WORDS[language];
  return renderDocument({
    lang: language,
    nonce,
    title: "Starling",
    description: words.lead,
    style: plainStyle,
    bodyClass: "plain",
    children: (
      <main>
        <span class="mark" />
        <h1>Starling</h1>
        <p class="lead">{words.lead}</p>
        <p>{words.honest}</p>
        <nav aria-label="Starling">
          <a class="button full" href="/docs">
            {words.docs}
          </a>
          <a class="button" href="/openapi.json">
            {words.contract}
          </a>
          <a class="button" href="/healthz">
            {words.health}
          </a>
          <a class="button" href="/privacy">
            {words.privacy}
          </a>
        </nav>
      </main>
    ),
  });
}
