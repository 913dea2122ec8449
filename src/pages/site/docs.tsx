import { docsStyle } from "../../generated/faces.ts";
import { renderDocument } from "../shell/layout.tsx";
import { anchorOf, type Call, type Contract, callsOf } from "./contract.ts";
import { CallDetails, type Told } from "./docs-call.tsx";

export interface DocsProps {
  nonce: string;
  contract: Contract;
  /** The chapter that the address asks for; without one the list of all calls. */
  chapter?: string | undefined;
  /** Letters that the list is narrowed to. */
  wanted?: string | undefined;
}

/**
 * The API reference, as a whole HTML document made of the OpenAPI document: a list of all calls, and a page for each
 * chapter. It needs no script. English only, as the OpenAPI document is.
 */
export function renderDocs({ nonce, contract, chapter, wanted = "" }: DocsProps): string {
  const calls = callsOf(contract);
  const chapters = [...Map.groupBy(calls, ({ tag }) => tag)];
  const own = chapters.find(([tag]) => tag === chapter);
  return renderDocument({
    lang: "en",
    nonce,
    title: own ? `${own[0]} · Starling API reference` : "Starling API reference",
    style: docsStyle,
    bodyClass: "docs",
    children: (
      <>
        <header>
          <a href="/">Starling</a>
          <a href="/openapi.json">openapi.json</a>
        </header>
        <div class="split">
          <nav aria-label="Chapters">
            <ul>
              <li>
                <a href="/docs" aria-current={own ? undefined : "page"}>
                  All calls
                </a>
              </li>
              {chapters.map(([tag]) => (
                <li>
                  <a href={chapterPath(tag)} aria-current={own?.[0] === tag ? "page" : undefined}>
                    {tag}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <main>
            {own ? (
              <Chapter tag={own[0]} calls={own[1]} contract={contract} />
            ) : (
              <Overview chapters={chapters} contract={contract} wanted={wanted} />
            )}
          </main>
        </div>
      </>
    ),
  });
}

const chapterPath = (tag: string) => `/docs?chapter=${encodeURIComponent(tag)}`;

function Overview(props: {
  chapters: readonly (readonly [string, readonly Call[]])[];
  contract: Contract;
  wanted: string;
}) {
  const { chapters, contract, wanted } = props;
  const letters = wanted.trim().toLowerCase();
  const fits = ({ method, path, operation }: Call) =>
    `${method} ${path} ${operation.summary ?? ""}`.toLowerCase().includes(letters);
  const shown = chapters
    .map(([tag, calls]) => [tag, calls.filter(fits)] as const)
    .filter(([, calls]) => calls.length > 0);
  return (
    <>
      <h1>API reference</h1>
      <p class="lead">{contract.info.description}</p>
      <p>
        Send an API key as <code>Authorization: Bearer sk_…</code>. Errors are{" "}
        <code>application/problem+json</code> with a stable <code>code</code>. Lists answer{" "}
        <code>items</code> and <code>nextCursor</code>; a POST that creates may carry an{" "}
        <code>Idempotency-Key</code>.
      </p>
      <form action="/docs" method="get">
        <label for="wanted">Find a call</label>
        <input id="wanted" type="search" name="q" value={wanted} />
        <button type="submit" class="button">
          Find
        </button>
      </form>
      {shown.length === 0 ? <p>No call has these letters.</p> : null}
      {shown.map(([tag, calls]) => (
        <section>
          <h2>
            <a href={chapterPath(tag)}>{tag}</a>
          </h2>
          <ul class="calls">
            {calls.map((call) => (
              <li>
                <a
                  href={`${chapterPath(tag)}#${anchorOf(call)}`}
                  aria-label={`${call.method} ${call.path}`}
                >
                  <span class={`method ${call.method.toLowerCase()}`}>{call.method}</span>{" "}
                  <code>{call.path}</code>
                </a>
                <p class="quiet">{call.operation.summary}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Chapter(props: { tag: string; calls: readonly Call[]; contract: Contract }) {
  const told: Told = new Map();
  return (
    <>
      <h1>{props.tag}</h1>
      {props.calls.map((call) => (
        <CallDetails call={call} contract={props.contract} told={told} />
      ))}
    </>
  );
}
