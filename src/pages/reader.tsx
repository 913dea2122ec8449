import { raw } from "hono/html";
import type { NoticeState } from "./consent-text.ts";
import { excerpt, formatDate, readingMinutes } from "./format.ts";
import type { Language } from "./language.ts";
import { InlineScript, renderDocument } from "./layout.tsx";
import { Notice } from "./notice.tsx";
import { NOTICE_SCRIPT } from "./scripts/notice.ts";
import { STRINGS } from "./strings.ts";
import { READER_CSS } from "./styles/reader.ts";

/** One part of the body as the page shows and measures it. */
export interface ReaderSection {
  /** Stable across versions; goes into `data-section`. */
  id: string;
  /** Plain text; "" for the part before the first heading. */
  heading: string;
  /** 0 for that part, else 1 to 3. */
  level: number;
  /** Safe HTML, as renderBody makes it. */
  html: string;
  text: string;
  expectedMs: number;
}

/** The person whose link this is. */
export interface ReaderSender {
  name: string;
  title?: string | undefined;
  /** As it should be read; dialled without its spaces. */
  phone?: string | undefined;
  /** This site or https. */
  avatarUrl?: string | undefined;
}

/** A picture with its size, so that the page does not jump while it loads. */
export interface ReaderImage {
  /** Absolute: Open Graph needs the host. */
  url: string;
  width: number;
  height: number;
  alt?: string | undefined;
}

export interface ReaderProps {
  language: Language;
  /** The Content-Security-Policy's nonce. */
  nonce: string;
  title: string;
  /** For previews in chats; without it the start of the text. */
  description?: string | undefined;
  /** The address as shown, ref included: who shares by `og:url` then shares the ref too. */
  url: string;
  workspaceName: string;
  sender: ReaderSender;
  cover?: ReaderImage | undefined;
  /** When the version was published: RFC 3339, or a bare date. */
  publishedAt?: string | undefined;
  /** IANA name; decides which day `publishedAt` is. */
  timeZone?: string | undefined;
  sections: readonly ReaderSection[];
  /** What the notice says first. */
  notice: NoticeState;
  privacyUrl: string;
  /** Address of the page script. */
  scriptSrc: string;
  /** The visit token. Without one (a preview, the sender's own look) there is no script at all. */
  token?: string | undefined;
  /** The reader's own ref, where the address still carries somebody else's; the script puts it there. */
  ownRef?: string | undefined;
  /** Says on the page that this is a preview. */
  preview?: boolean | undefined;
}

/** The page a shared link opens, as a whole HTML document. */
export function renderReader(props: ReaderProps): string {
  const { language, nonce, title, sender, sections, workspaceName, privacyUrl, token } = props;
  const strings = STRINGS[language];
  const description = props.description ?? excerpt(sections.map(({ text }) => text).join(" "));
  const minutes = readingMinutes(sections.reduce((sum, { expectedMs }) => sum + expectedMs, 0));
  const date = props.publishedAt && formatDate(props.publishedAt, language, props.timeZone);

  return renderDocument({
    language,
    nonce,
    title,
    description,
    css: READER_CSS,
    bodyClass: "reader",
    head: (
      <>
        <OpenGraph {...props} description={description} />
        <meta name="author" content={sender.name} />
        <meta name="robots" content="noindex" />
        <noscript>
          <style nonce={nonce}>{"body .notice{display:none}"}</style>
        </noscript>
        {token ? (
          <script
            src={props.scriptSrc}
            data-token={token}
            data-ref={props.ownRef}
            defer
            nonce={nonce}
          />
        ) : null}
      </>
    ),
    children: (
      <>
        {props.preview ? <p class="preview">{strings.preview}</p> : null}
        <main>
          <article>
            <header>
              <h1>{title}</h1>
              <p class="meta">
                {date ? `${date} · ` : ""}
                {strings.minutes(minutes)}
              </p>
              <SenderCard {...props} />
              {token ? <RecordingNotice {...props} /> : null}
            </header>
            <Cover cover={props.cover} />
            <div class="body">
              {sections.map((section, index) => (
                <Section section={section} hideHeading={index === 0 && section.heading === title} />
              ))}
            </div>
          </article>
        </main>
        <footer>
          <SenderCard {...props} />
          <p class="fine">
            {strings.finePrint(workspaceName)} <a href={privacyUrl}>{strings.privacy}</a>
            {token ? (
              <>
                {" · "}
                <a href="#starling-notice">{strings.changeChoice}</a>
              </>
            ) : null}
          </p>
        </footer>
        {token && props.notice !== "gpc" ? (
          <InlineScript nonce={nonce} code={NOTICE_SCRIPT} />
        ) : null}
      </>
    ),
  });
}

function OpenGraph(props: ReaderProps & { description: string }) {
  const { title, description, url, workspaceName, language, cover, publishedAt } = props;
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={workspaceName} />
      <meta property="og:locale" content={language === "zh" ? "zh_CN" : "en_GB"} />
      {publishedAt ? <meta property="article:published_time" content={publishedAt} /> : null}
      {cover ? (
        <>
          <meta property="og:image" content={cover.url} />
          <meta property="og:image:width" content={String(cover.width)} />
          <meta property="og:image:height" content={String(cover.height)} />
          <meta property="og:image:alt" content={cover.alt ?? title} />
          <meta name="twitter:image" content={cover.url} />
        </>
      ) : null}
      <meta name="twitter:card" content={cover ? "summary_large_image" : "summary"} />
      <meta name="twitter:title" content={title} />
      <meta name="twitter:description" content={description} />
    </>
  );
}

function SenderCard({ sender, workspaceName, language }: ReaderProps) {
  const { name, title, phone, avatarUrl } = sender;
  const role = [title, workspaceName].filter(Boolean).join(" · ");
  const strings = STRINGS[language];
  return (
    <div class="sender">
      {avatarUrl ? (
        <img class="mark" src={avatarUrl} alt="" width="46" height="46" />
      ) : (
        <span class="mark" aria-hidden="true">
          {[...name.trim()][0] ?? ""}
        </span>
      )}
      <p class="who">
        <span class="name">{name}</span>
        <br />
        <span class="role">{role}</span>
      </p>
      {phone ? (
        <a
          class="button"
          href={`tel:${phone.replace(/[^\d+*#,;]/g, "")}`}
          aria-label={`${strings.call} ${name} ${phone}`}
        >
          {strings.call}
        </a>
      ) : null}
    </div>
  );
}

function RecordingNotice(props: ReaderProps) {
  const { language, notice, privacyUrl, sender, workspaceName } = props;
  return (
    <>
      <noscript>
        <p class="meta">{STRINGS[language].noScript}</p>
      </noscript>
      <Notice
        language={language}
        state={notice}
        privacyUrl={privacyUrl}
        sender={sender.name}
        workspace={workspaceName}
      />
    </>
  );
}

function Cover({ cover }: { cover: ReaderImage | undefined }) {
  if (!cover) return null;
  const { url, width, height, alt } = cover;
  return (
    <figure class="cover">
      <img src={url} width={width} height={height} alt={alt ?? ""} fetchpriority="high" />
    </figure>
  );
}

function Section({ section, hideHeading }: { section: ReaderSection; hideHeading: boolean }) {
  const { id, heading, level, html, expectedMs } = section;
  const Heading = level === 3 ? "h3" : "h2";
  return (
    <section data-section={id} data-expected-ms={expectedMs}>
      {heading === "" || hideHeading ? null : <Heading>{heading}</Heading>}
      {raw(html)}
    </section>
  );
}
