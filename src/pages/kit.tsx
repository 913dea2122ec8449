import { CopyButton } from "./copy-button.tsx";
import { formatDuration, formatWhen } from "./format.ts";
import { Links } from "./kit-links.tsx";
import type { KitItemProps, KitProps } from "./kit-props.ts";
import { InlineScript, renderDocument } from "./layout.tsx";
import { KIT_SCRIPT } from "./scripts/kit.ts";
import { STRINGS } from "./strings.ts";
import { KIT_CSS } from "./styles/kit.ts";

/** The sender's kit for a phone, as a whole HTML document. */
export function renderKit(props: KitProps): string {
  const { language, nonce, workspaceName, senderName, entries, current } = props;
  const strings = STRINGS[language];
  return renderDocument({
    language,
    nonce,
    title: `${strings.kitTitle} · ${senderName}`,
    css: KIT_CSS,
    bodyClass: "kit",
    head: <meta name="robots" content="noindex, nofollow" />,
    children: (
      <>
        <header>
          <p class="quiet">{workspaceName}</p>
          <h1>{strings.kitHello(senderName)}</h1>
          {entries.length > 1 ? <EntryList {...props} /> : null}
        </header>
        <main>
          {current ? <Item {...props} item={current} /> : <p class="card">{strings.kitEmpty}</p>}
        </main>
        {current ? <InlineScript nonce={nonce} code={KIT_SCRIPT} /> : null}
      </>
    ),
  });
}

function EntryList({ entries, current, language }: KitProps) {
  return (
    <nav aria-label={STRINGS[language].kitContents}>
      <ul class="entries">
        {entries.map(({ contentId, title, href }) => (
          <li>
            <a href={href} aria-current={contentId === current?.contentId ? "page" : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Item(props: KitItemProps) {
  const { item, language } = props;
  const strings = STRINGS[language];
  return (
    <>
      <h2 class="title">{item.title}</h2>
      {item.caption === "" ? <p class="card">{strings.kitNoCaption}</p> : <Caption {...props} />}
      {item.images.length > 0 ? (
        <section class="card" aria-labelledby="images-title">
          <h3 id="images-title">{strings.kitImages}</h3>
          <p class="quiet">{strings.kitImagesHint}</p>
          <div class={item.images.length === 1 ? "images one" : "images"}>
            {item.images.map(({ url, width, height }, index) => (
              <img src={url} width={width} height={height} alt={strings.kitImage(index + 1)} />
            ))}
          </div>
        </section>
      ) : null}
      <Links {...props} />
      <Readers {...props} />
    </>
  );
}

function Caption({ item, language }: KitItemProps) {
  const strings = STRINGS[language];
  const { lines, chars } = item.foldLimits;
  const shown = item.caption.split("\n");
  const count = { lines: shown.length, chars: [...shown.join("")].length };
  const folds = count.lines > lines || count.chars > chars;
  return (
    <section class="card" aria-labelledby="caption-title">
      <h3 id="caption-title">{strings.kitCaption}</h3>
      <p class="quiet" id="caption-hint">
        {strings.kitCaptionHint}
      </p>
      <textarea
        id="caption"
        rows={Math.min(12, count.lines + Math.ceil(count.chars / 24))}
        aria-labelledby="caption-title"
        aria-describedby="caption-hint fold-warning"
        spellcheck={false}
        autocomplete="off"
        data-caption="fold-warning"
        data-reset="caption-reset"
        data-max-lines={lines}
        data-max-chars={chars}
        data-copied-url={item.copiedUrl}
        data-content-id={item.contentId}
        data-version={item.version}
      >
        {item.caption}
      </textarea>
      <p class="fold" id="fold-warning" hidden={!folds}>
        {strings.kitFold[0]}
        <b data-lines>{count.lines}</b>
        {strings.kitFold[1]}
        <b data-chars>{count.chars}</b>
        {strings.kitFold[2](lines, chars)}
      </p>
      <CopyButton language={language} source="caption" label={strings.kitCopyCaption} big />
      <button type="button" class="link" id="caption-reset" hidden>
        {strings.kitReset}
      </button>
    </section>
  );
}

function Readers({ item, language, now, timeZone }: KitItemProps) {
  const strings = STRINGS[language];
  return (
    <section class="card" aria-labelledby="readers-title">
      <h3 id="readers-title">{strings.kitReaders}</h3>
      <p class="quiet">{item.reads === 0 ? strings.kitNoReads : strings.kitReads(item.reads)}</p>
      {item.readers.length > 0 ? (
        <ul class="readers">
          {item.readers.map(({ name, engagedMs, at, topSection }) => (
            <li>
              <div>
                <b>{name ?? strings.kitAnonymous}</b>
                <span class="quiet">{formatWhen(at, now, timeZone, language)}</span>
              </div>
              <div class="spent">
                <b>{formatDuration(engagedMs, language)}</b>
                {topSection ? <span class="quiet">{strings.kitMost(topSection)}</span> : null}
              </div>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
