import type { KitView } from "../../usecases/kit/kit-view.ts";
import { formatDuration, formatWhen } from "../shell/format.ts";
import type { KitPartProps } from "./props.ts";
import { KIT_WORDS } from "./words.ts";

/** Who read what the sender shared, and how many more there were. */
export function Readers({ item, view, language }: KitPartProps & { view: KitView }) {
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
