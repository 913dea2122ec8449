import { kitScript, kitStyle } from "../../generated/faces.ts";
import type { KitView } from "../../usecases/kit/kit-view.ts";
import { formatDuration, formatWhen } from "../shell/format.ts";
import { InlineScript, renderDocument } from "../shell/layout.tsx";
import { textAttributes, textLanguage } from "../shell/text-language.ts";
import { CopyButton } from "./copy-button.tsx";
import { Links } from "./links.tsx";
import { Portrait } from "./portrait.tsx";
import type { KitPartProps, KitProps } from "./props.ts";
import { KIT_WORDS } from "./words.ts";

/** The sender's kit for a phone, as a whole HTML document. */
export function renderKit(props: KitProps): string {
  const { view, language, nonce } = props;
  const { workspaceName, senderName, entries, current } = view;
  const words = KIT_WORDS[language];
  return renderDocument({
    lang: language,
    nonce,
    title: `${words.title} · ${senderName}`,
    style: kitStyle,
    bodyClass: "kit",
    head: <meta name="robots" content="noindex, nofollow" />,
    children: (
      <>
        <header>
          <p class="quiet">{workspaceName}</p>
          <h1>{words.hello(senderName)}</h1>
          {entries.length > 1 ? <EntryList {...props} /> : null}
        </header>
        <main>
          {current ? (
            <>
              <Item item={current} view={view} language={language} />
              <Portrait view={view} language={language} />
            </>
          ) : (
            <p class="card">{words.empty}</p>
          )}
        </main>
        {current ? <InlineScript nonce={nonce} code={kitScript} /> : null}
      </>
    ),
  });
}

function EntryList({ view, language }: KitProps) {
  const { entries, current } = view;
  return (
    <nav aria-label={KIT_WORDS[language].contents}>
      <ul class="entries">
        {entries.map(({ contentId, title }) => (
          <li>
            <a
              href={`/kit?content=${contentId}`}
              aria-current={contentId === current?.contentId ? "page" : undefined}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Item({ item, view, language }: KitPartProps & { view: KitView }) {
  const words = KIT_WORDS[language];
  return (
    <>
      <h2 class="title" {...textAttributes(textLanguage(item.textLanguage), language)}>
        {item.title}
      </h2>
      {item.caption === "" ? (
        <p class="card">{words.noCaption}</p>
      ) : (
        <Caption item={item} language={language} />
      )}
      {item.images.length > 0 ? (
        <section class="card" aria-labelledby="images-title">
          <h3 id="images-title">{words.images}</h3>
          <p class="quiet">{words.imagesHint}</p>
          <div class={item.images.length === 1 ? "images one" : "images"}>
            {item.images.map(({ url, small: { width, height, ...small } }, index) => (
              <img
                src={small.url}
                width={width}
                height={height}
                alt={words.image(index + 1)}
                data-whole={url}
              />
            ))}
          </div>
        </section>
      ) : null}
      <Links item={item} language={language} />
      {item.lookUrl === null ? null : (
        <section class="card" aria-labelledby="look-title">
          <h3 id="look-title">{words.look}</h3>
          <p class="quiet">{words.lookHint}</p>
          <p class="pair">
            <a class="button" href={item.lookUrl}>
              {words.lookOpen}
            </a>
            <CopyButton language={language} source="look" label={words.lookCopy} />
          </p>
          <span id="look" hidden>
            {item.lookUrl}
          </span>
        </section>
      )}
      <Readers item={item} view={view} language={language} />
    </>
  );
}

function Caption({ item, language }: KitPartProps) {
  const words = KIT_WORDS[language];
  const { lines, chars } = item.foldLimits;
  const shown = item.caption.split("\n");
  const count = { lines: shown.length, chars: [...shown.join("")].length };
  const folds = count.lines > lines || count.chars > chars;
  return (
    <section class="card" aria-labelledby="caption-title">
      <h3 id="caption-title">{words.caption}</h3>
      <p class="quiet" id="caption-hint">
        {words.captionHint}
      </p>
      <textarea
        id="caption"
        rows={Math.min(12, count.lines + Math.ceil(count.chars / 24))}
        aria-labelledby="caption-title"
        aria-describedby="caption-hint fold-warning"
        {...textAttributes(textLanguage(item.textLanguage), language)}
        spellcheck={false}
        autocomplete="off"
        data-caption="fold-warning"
        data-reset="caption-reset"
        data-max-lines={lines}
        data-max-chars={chars}
        data-copied-url="/kit/copies"
        data-content-id={item.contentId}
        data-version={item.version}
      >
        {item.caption}
      </textarea>
      <p class="fold" id="fold-warning" hidden={!folds}>
        {words.fold[0]}
        <b data-lines>{count.lines}</b>
        {words.fold[1]}
        <b data-chars>{count.chars}</b>
        {words.fold[2](lines, chars)}
      </p>
      <CopyButton language={language} source="caption" label={words.copyCaption} big />
      <button type="button" class="link" id="caption-reset" hidden>
        {words.reset}
      </button>
    </section>
  );
}

function Readers({ item, view, language }: KitPartProps & { view: KitView }) {
  const words = KIT_WORDS[language];
  return (
    <section class="card" aria-labelledby="readers-title">
      <h3 id="readers-title">{words.readers}</h3>
      <p class="quiet">{item.reads === 0 ? words.noReads : words.reads(item.reads)}</p>
      {item.readers.length > 0 ? (
        <ul class="readers">
          {item.readers.map(({ name, engagedMs, at, topSection }) => (
            <li>
              <div>
                <b>{name ?? words.anonymous}</b>
                <span class="quiet">{formatWhen(at, view.now, view.timeZone, language)}</span>
              </div>
              <div class="spent">
                <b>{formatDuration(engagedMs, language)}</b>
                {topSection ? <span class="quiet">{words.most(topSection)}</span> : null}
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      {item.unnamed > 0 ? <p class="quiet">{words.unnamed(item.unnamed)}</p> : null}
    </section>
  );
}
