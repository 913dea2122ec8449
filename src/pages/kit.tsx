import { raw } from "hono/html";
import { formatDuration, formatWhen } from "./format.ts";
import type { Language } from "./language.ts";
import { InlineScript, renderDocument } from "./layout.tsx";
import { KIT_SCRIPT } from "./scripts/kit.ts";
import { STRINGS } from "./strings.ts";
import { KIT_CSS } from "./styles/kit.ts";

/** One content in the list at the top. */
export interface KitEntry {
  contentId: string;
  title: string;
  /** Opens the kit at this content. */
  href: string;
}

/** A link of the sender's for one content and channel. */
export interface KitLink {
  /** Null for the one that is meant for no channel in particular. */
  channel: string | null;
  url: string;
}

/** A read, as the sender may see it. */
export interface KitReader {
  /** Null while nobody knows who it was. */
  name: string | null;
  engagedMs: number;
  /** RFC 3339. */
  at: string;
  /** Heading of the part read longest. */
  topSection?: string | undefined;
}

/** Everything a sender needs to share one content. */
export interface KitItem {
  contentId: string;
  title: string;
  version: number;
  /** The sender's own wording, plain text. */
  caption: string;
  /** From where on WeChat folds a text; `lines` and `chars` are the most that still show. */
  foldLimits: { lines: number; chars: number };
  images: readonly { url: string; width: number; height: number }[];
  /** The plain link first, then one per channel. */
  links: readonly KitLink[];
  /** QR code of the first link: an `<svg>` element as text. */
  qrSvg: string;
  /** Same-origin address that is told `{contentId, version, edited}` when the caption was copied. */
  copiedUrl: string;
  /** The newest first; the page shows them all, so pass few. */
  readers: readonly KitReader[];
  /** All reads so far, readers at the aggregate rung included. */
  reads: number;
}

export interface KitProps {
  language: Language;
  nonce: string;
  workspaceName: string;
  senderName: string;
  /** All published contents; the list shows from two on. */
  entries: readonly KitEntry[];
  /** Null while nothing is published. */
  current: KitItem | null;
  /** RFC 3339; "today" and "yesterday" are told from it. */
  now: string;
  /** IANA name of the workspace's timezone. */
  timeZone: string;
}

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

type ItemProps = KitProps & { item: KitItem };

function Item(props: ItemProps) {
  const { item, language } = props;
  const strings = STRINGS[language];
  return (
    <>
      <h2 class="title">{item.title}</h2>
      <Caption {...props} />
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

function Caption({ item, language }: ItemProps) {
  const strings = STRINGS[language];
  const { lines, chars } = item.foldLimits;
  const count = { lines: item.caption.split("\n").length, chars: [...item.caption].length };
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

function Links({ item, language }: ItemProps) {
  const strings = STRINGS[language];
  const [main, ...channels] = item.links;
  if (!main) return null;
  return (
    <section class="card" aria-labelledby="link-title">
      <h3 id="link-title">{strings.kitLink}</h3>
      <p class="quiet">{strings.kitLinkHint}</p>
      <p class="url" id="link-0">
        {main.url}
      </p>
      <CopyButton language={language} source="link-0" label={strings.kitCopyLink} />
      {channels.length > 0 ? (
        <>
          <h4>{strings.kitChannels}</h4>
          <p class="quiet">{strings.kitChannelsHint}</p>
          <ul class="channels">
            {channels.map(({ channel, url }, index) => (
              <li>
                <div>
                  <b>{channelName(channel, language)}</b>
                  <span class="url" id={`link-${index + 1}`}>
                    {url}
                  </span>
                </div>
                <CopyButton
                  language={language}
                  source={`link-${index + 1}`}
                  label={strings.kitCopy}
                  name={`${strings.kitCopyLink} ${channelName(channel, language)}`}
                />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h4>{strings.kitQr}</h4>
      <p class="quiet">{strings.kitQrHint}</p>
      <div class="qr" role="img" aria-label={strings.kitQr}>
        {raw(item.qrSvg)}
      </div>
    </section>
  );
}

function Readers({ item, language, now, timeZone }: ItemProps) {
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

function CopyButton(props: {
  language: Language;
  /** Id of the element whose text is copied. */
  source: string;
  label: string;
  /** Accessible name where the label alone would not tell two buttons apart. */
  name?: string;
  big?: boolean;
}) {
  const strings = STRINGS[props.language];
  return (
    <button
      type="button"
      class={props.big ? "button full wide" : "button"}
      aria-label={props.name}
      data-copy={props.source}
      data-done={strings.kitCopied}
      data-failed={strings.kitCopyFailed}
    >
      <span data-label aria-live="polite">
        {props.label}
      </span>
    </button>
  );
}

function channelName(channel: string | null, language: Language): string {
  const strings = STRINGS[language];
  if (channel === null) return strings.kitLink;
  const group = /^group:(.*)$/s.exec(channel)?.[1];
  if (group !== undefined) return strings.kitGroup(group);
  return strings.kitChannelNames[channel] ?? channel;
}
