import type { KitView } from "../../usecases/kit/kit-view.ts";
import { formatDuration, formatWhen } from "../shell/format.ts";
import type { Language } from "../shell/language.ts";
import { KIT_WORDS } from "./words.ts";

/** Who read what the sender shared, whichever content it was, and how many more there were of this one. */
export function Readers({ view, language }: { view: KitView; language: Language }) {
  const words = KIT_WORDS[language];
  const { current, readers } = view;
  return (
    <section class="card" aria-labelledby="readers-title">
      <h3 id="readers-title">{words.readers}</h3>
      {current ? (
        <p class="quiet">
          {current.reads === 0 ? words.noReads : words.reads(current.reads)}
          {current.unnamed > 0 ? ` ${words.unnamed(current.unnamed)}` : null}
        </p>
      ) : null}
      {readers.length > 0 ? (
        <ul class="readers">
          {readers.map(({ name, reads }) => (
            <li>
              <b>{name ?? words.anonymous}</b>
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
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
