import { kitScript, kitStyle } from "../../generated/faces.ts";
import type { KitView } from "../../usecases/kit/kit-view.ts";
import { formatWhen } from "../shell/format.ts";
import { InlineScript, renderDocument } from "../shell/layout.tsx";
import { textAttributes, textLanguage } from "../shell/text-language.ts";
import { Caption } from "./caption.tsx";
import { Links, PrintedCode } from "./links.tsx";
import { Look } from "./look.tsx";
import { Morning } from "./morning.tsx";
import { OwnPictures } from "./own-pictures.tsx";
import { OwnWords } from "./own-words.tsx";
import { People } from "./people.tsx";
import { Pictures } from "./pictures.tsx";
import type { KitPartProps, KitProps } from "./props.ts";
import { Readers } from "./readers.tsx";
import { KIT_WORDS } from "./words/index.ts";

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
    accents: view.accents,
    bodyClass: "kit",
    head: <meta name="robots" content="noindex, nofollow" />,
    children: (
      <>
        <header>
          <p class="quiet workspace">
            {view.logoUrl ? <img src={view.logoUrl} alt="" /> : null}
            {workspaceName}
          </p>
          <h1>{view.missing ? words.notShared : words.hello(senderName)}</h1>
          {view.missing ? <Missing missing={view.missing} view={view} language={language} /> : null}
          {entries.length > 1 || view.missing ? <EntryList {...props} /> : null}
        </header>
        <main>
          <Morning view={view} language={language} />
          {current ? (
            <>
              <Item item={current} view={view} language={language} />
              <Readers view={view} language={language} />
              <OwnWords view={view} language={language} />
              <OwnPictures view={view} language={language} />
            </>
          ) : view.missing ? (
            <Readers view={view} language={language} />
          ) : (
            <p class="card">{words.empty}</p>
          )}
        </main>
        {current || view.tasks.length > 0 ? <InlineScript nonce={nonce} code={kitScript} /> : null}
      </>
    ),
  });
}

/** Says what became of the content that was asked for, before the others are offered. */
function Missing(props: {
  missing: NonNullable<KitView["missing"]>;
  view: KitView;
  language: KitProps["language"];
}) {
  const { missing, view, language } = props;
  const words = KIT_WORDS[language];
  const { now, timeZone, entries } = view;
  return (
    <>
      <p class="why">
        {missing.title === null
          ? words.gone
          : words.withdrawn(missing.title, formatWhen(missing.at, now, timeZone, language))}
      </p>
      <p class="quiet">{entries.length > 0 ? words.others : words.noOthers}</p>
    </>
  );
}

function EntryList({ view, language }: KitProps) {
  const { entries, current } = view;
  return (
    <nav aria-label={KIT_WORDS[language].contents}>
      <ul class="entries">
        {entries.map(({ contentId, title, state }) => (
          <li>
            {state ? <small>{KIT_WORDS[language].states[state]}</small> : null}
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
      <h2
        class="title"
        data-opened-url="/kit/opens"
        data-content-id={item.contentId}
        {...textAttributes(textLanguage(item.textLanguage), language)}
      >
        {item.title}
      </h2>
      {item.caption === "" ? (
        <p class="card">{words.noCaption}</p>
      ) : (
        <Caption item={item} view={view} language={language} />
      )}
      <Pictures item={item} language={language} />
      <Links item={item} language={language} />
      <People item={item} view={view} language={language} />
      <PrintedCode item={item} language={language} />
      <Look item={item} language={language} />
    </>
  );
}
