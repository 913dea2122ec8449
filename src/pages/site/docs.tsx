import { docsScript, docsStyle } from "../../generated/faces.ts";
import { InlineScript, renderDocument } from "../shell/layout.tsx";

export interface DocsProps {
  nonce: string;
  /** Address of the OpenAPI document. */
  specUrl: string;
  /** Folder of the static assets that the build copied, with its last slash: "/docs-ui/". */
  assetBase: string;
}

/**
 * The API reference, as a whole HTML document: Swagger UI from this deployment's own assets. It needs
 * the policy of every page and nothing more; what it draws itself is styled through the CSSOM.
 * English only, as the OpenAPI document is.
 */
export function renderDocs({ nonce, specUrl, assetBase }: DocsProps): string {
  return renderDocument({
    lang: "en",
    nonce,
    title: "Starling API reference",
    style: docsStyle,
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
        <main id="reference" data-spec={specUrl}>
          <noscript>
            The reference needs JavaScript; the contract itself is at{" "}
            <a href={specUrl}>openapi.json</a>.
          </noscript>
        </main>
        <InlineScript nonce={nonce} code={docsScript} />
      </>
    ),
  });
}
