import type { KitView } from "../../usecases/kit/kit-view.ts";
import { formatDuration, formatWhen } from "../shell/format.ts";
import type { Language } from "../shell/language.ts";
import { KIT_WORDS } from "./words/index.ts";

/** Who read what the sender shared, whichever content it was, and how many more there were of this one. */
export function Readers({ view, language }: { view: KitView; language: Language }) {
  const words = KIT_WORDS[language];
  const { current, readers } = view;
  return (
    <section class="card" aria-labelledby="readers-title">
      <h3 id="readers-title">{words.readers}</h3>
      {current ? (
        <p class="quiet">
          {[
            current.reads === 0
              ? words.noReads(current.title)
              : words.reads(current.title, current.reads),
            ...(current.unnamed > 0 ? [words.unnamed(current.unnamed)] : []),
            ...(readers.length > 0 ? [words.listed] : []),
          ].join(language === "en" ? " " : "")}
        </p>
      ) : null}
      {readers.length > 0 ? (
        <ul class="readers">
          {readers.map(({ viewerId, name, certainty, left, reads }) => (
            <li>
              {certainty === "probable" ? <span class="quiet">{words.probable} </span> : null}
              <b>{name ?? words.anonymous}</b>
              {left ? (
                <span class="quiet">
                  {" · "}
                  {words.left}
                  {left.phone ? ` · ${left.phone}` : null}
                </span>
              ) : null}
              {reads.map(({ title, engagedMs, at, topSection }) => (
                <div>
                  <span>{title ?? words.unshared}</span>
                  <span class="quiet">
                    {formatWhen(at, view.now, view.timeZone, language)}
                    {" · "}
                    <b>{formatDuration(engagedMs, language)}</b>
                    {topSection ? ` · ${words.most(topSection)}` : null}
                  </span>
                </div>
              ))}
              {name === null ? (
                <Naming viewerId={viewerId} view={view} language={language} />
              ) : null}
              {left ? (
                <form method="post" action="/kit/names">
                  <Hidden viewerId={viewerId} view={view} />
                  <input type="hidden" name="act" value="confirm" />
                  <button type="submit" class="button">
                    {words.confirmLeft}
                  </button>
                </form>
              ) : null}
              {certainty === "probable" ? (
                <form method="post" action="/kit/names">
                  <Hidden viewerId={viewerId} view={view} />
                  <input type="hidden" name="act" value="unname" />
                  <button type="submit" class="link">
                    {words.notThem}
                  </button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** A form of its own that needs no script: somebody the sender knows, or a name. */
function Naming(props: { viewerId: string; view: KitView; language: Language }) {
  const { viewerId, view, language } = props;
  const words = KIT_WORDS[language];
  return (
    <details>
      <summary>{words.who}</summary>
      <form method="post" action="/kit/names">
        <Hidden viewerId={viewerId} view={view} />
        <p class="quiet">{words.whoHint}</p>
        {view.people.length > 0 ? (
          <p class="ask">
            <label for={`contact-${viewerId}`}>{words.known}</label>
            <select id={`contact-${viewerId}`} name="contact">
              <option value="">{words.choose}</option>
              {view.people.map(({ id, name }) => (
                <option value={id}>{name}</option>
              ))}
            </select>
          </p>
        ) : null}
        <p class="ask">
          <label for={`name-${viewerId}`}>{words.newName}</label>
          <input id={`name-${viewerId}`} name="name" maxlength={120} autocomplete="off" />
        </p>
        <button type="submit" class="button wide">
          {words.remember}
        </button>
      </form>
    </details>
  );
}

function Hidden({ viewerId, view }: { viewerId: string; view: KitView }) {
  return (
    <>
      <input type="hidden" name="viewer" value={viewerId} />
      <input type="hidden" name="content" value={view.current?.contentId ?? ""} />
    </>
  );
}
