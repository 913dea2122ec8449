import { InlineScript, renderDocument } from "./layout.tsx";
import { DOCS_CSS } from "./styles/docs.ts";

export interface DocsProps {
  nonce: string;
  /** Address of the OpenAPI document. */
  specUrl: string;
  /** Folder of the static assets that the build copied, with its last slash: "/docs-ui/". */
  assetBase: string;
}

/** Swagger UI goes dark by a class, not by itself. */
const SCHEME = `const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", follow);
follow();
`;

/**
 * The API reference, as a whole HTML document: Swagger UI from this deployment's own assets. It needs
 * the policy of every page and nothing more; what it draws itself is styled through the CSSOM.
 * English only, as the OpenAPI document is.
 */
export function renderDocs({ nonce, specUrl, assetBase }: DocsProps): string {
  const options = JSON.stringify({
    url: specUrl,
    dom_id: "#reference",
    deepLinking: true,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    filter: true,
    tryItOutEnabled: false,
    validatorUrl: null,
  }).replaceAll("<", "\\u003c");
  return renderDocument({
    language: "en",
    nonce,
    title: "Starling API reference",
    css: DOCS_CSS,
    bodyClass: "docs",
    head: (
      <>
        <link rel="stylesheet" href={`${assetBase}swagger-ui.css`} nonce={nonce} />
        <script src={`${assetBase}swagger-ui-bundle.js`} nonce={nonce} />
      </>
    ),
    children: (
      <>
        <header>
          <a href="/">Starling</a>
          <h1>API reference</h1>
          <a href={specUrl}>openapi.json</a>
        </header>
        <main id="reference">
          <noscript>
            The reference needs JavaScript; the contract itself is at{" "}
            <a href={specUrl}>openapi.json</a>.
          </noscript>
        </main>
        <InlineScript nonce={nonce} code={`${SCHEME}SwaggerUIBundle(${options});`} />
      </>
    ),
  });
}
