import { raw } from "hono/html";
import {
  leaveNameStyle,
  readerOwnStyle,
  readerScript,
  readerStyle,
} from "../../generated/faces.ts";
import type { ReaderImage } from "../../usecases/open/page-view.ts";
import { excerpt, formatDate, readingMinutes } from "../shell/format.ts";
import { InlineScript, renderDocument } from "../shell/layout.tsx";
import { frameAttributes, textLanguage } from "../shell/text-language.ts";
import { Title } from "../shell/title.tsx";
import { LeaveName } from "./leave-name.tsx";
import { Notice } from "./notice.tsx";
import { OpenGraph } from "./open-graph.tsx";
import type { ReaderProps, ReaderSection, WechatProps } from "./props.ts";
import { SenderCard } from "./sender-card.tsx";
import { SignInOffer } from "./sign-in.tsx";
import { READER_WORDS } from "./words.ts";

type Frame = ReturnType<typeof frameAttributes>;

/** The page a shared link opens, as a whole HTML document. */
export function renderReader(props: ReaderProps): string {
  const { language, nonce, title, sender, sections, token } = props;
  const text = textLanguage(props.textLanguage);
  const frame = frameAttributes(language, text);
  const description = props.description ?? descriptionOf(sections);

  return renderDocument({
    lang: text.lang,
    dir: text.dir,
    nonce,
    title,
    description,
    style: [
      readerStyle,
      props.logoUrl || sender.wechatQrUrl ? readerOwnStyle : "",
      (props.asksName || props.offersSignIn) && token ? leaveNameStyle : "",
    ].join(""),
    accents: props.accents,
    bodyClass: "reader",
    head: (
      <>
        <OpenGraph {...props} description={description} locale={text.ogLocale} />
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
        {token && props.wechat ? (
          <script
            src={props.wechat.scriptSrc}
            data-wechat={cardOf(props, props.wechat, description)}
            defer
            nonce={nonce}
          />
        ) : null}
      </>
    ),
    children: (
      <>
        {props.preview ? (
          <p class="preview" {...frame}>
            {READER_WORDS[language].preview}
          </p>
        ) : null}
        <main>
          <article>
            <header>
              {props.logoUrl ? (
                <p class="brand">
                  <img src={props.logoUrl} alt={props.workspaceName} />
                </p>
              ) : null}
              <h1>
                <Title text={title} />
              </h1>
              <Facts {...props} frame={frame} />
            </header>
            <div class="body">
              {sections.map((section, index) => (
                <>
                  <Section
                    section={section}
                    hideHeading={index === 0 && section.heading === title}
                  />
                  {index === 0 ? <Cover cover={props.cover} /> : null}
                </>
              ))}
            </div>
            {sections.length === 0 ? <Cover cover={props.cover} /> : null}
          </article>
        </main>
        <Footer {...props} frame={frame} />
        {token ? <InlineScript nonce={nonce} code={readerScript} /> : null}
      </>
    ),
  });
}

const descriptions = new WeakMap<readonly ReaderSection[], string>();

/** The start of a page's text. An isolate keeps the sections of a page that it serves, and this with them. */
function descriptionOf(sections: readonly ReaderSection[]): string {
  const made = descriptions.get(sections) ?? excerpt(sections.map((part) => part.text).join(" "));
  descriptions.set(sections, made);
  return made;
}

/** What a chat shows of the page; its link, with the reader's own ref, is put in by the script. */
function cardOf(
  { title, cover }: ReaderProps,
  { config, path }: WechatProps,
  description: string,
): string {
  return JSON.stringify({ config, path, title, desc: description, imgUrl: cover?.url ?? "" });
}

/** What stands between the title and the text: when, how long, from whom, and what is recorded. */
function Facts(props: ReaderProps & { frame: Frame }) {
  const { language, publishedAt, timeZone, sender, workspaceName } = props;
  const words = READER_WORDS[language];
  const expectedMs = props.sections.reduce((sum, section) => sum + section.expectedMs, 0);
  return (
    <div {...props.frame}>
      <p class="meta">
        {publishedAt ? `${formatDate(publishedAt, language, timeZone)} · ` : ""}
        {words.minutes(readingMinutes(expectedMs))}
      </p>
      <SenderCard {...props} />
      {props.token || props.showsNotice ? (
        <>
          {props.token ? (
            <noscript>
              <p class="meta">{words.noScript}</p>
            </noscript>
          ) : null}
          <Notice
            language={language}
            state={props.notice}
            privacyUrl={props.privacyUrl}
            added={props.addedNotice}
            namesSignIn={props.namesSignIn}
            retentionDays={props.retentionDays}
            sender={sender.name}
            workspace={workspaceName}
          />
        </>
      ) : null}
    </div>
  );
}

function Footer(props: ReaderProps & { frame: Frame }) {
  const { language, workspaceName, privacyUrl, token } = props;
  const words = READER_WORDS[language];
  return (
    <footer {...props.frame}>
      <SenderCard {...props} />
      {props.offersSignIn && token ? <SignInOffer {...props} token={token} /> : null}
      {props.asksName && token ? <LeaveName {...props} /> : null}
      <p class="fine">
        {words.finePrint(workspaceName)} <a href={privacyUrl}>{words.privacy}</a>
        {token ? (
          <>
            {" · "}
            <a href="#starling-notice">{words.changeChoice}</a>
          </>
        ) : null}
      </p>
    </footer>
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
  const { id, heading, headingHtml, level, html, expectedMs } = section;
  const Heading = level === 3 ? "h3" : "h2";
  const words = hideHeading ? "" : heading;
  const isShown = headingHtml === undefined ? words !== "" : headingHtml !== "";
  const shown = headingHtml === undefined ? <Title text={words} /> : raw(headingHtml);
  return (
    <section data-section={id} data-expected-ms={expectedMs}>
      {isShown ? <Heading>{shown}</Heading> : null}
      {raw(html)}
    </section>
  );
}
