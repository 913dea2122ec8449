import type { KitView } from "../../usecases/kit/kit-view.ts";
import type { KitPartProps } from "./props.ts";
import { KIT_WORDS } from "./words/index.ts";

/** A link for one person: one press opens the list, one on a name makes the link and copies it. */
export function People({ item, view, language }: KitPartProps & { view: KitView }) {
  if (view.people.length === 0) return null;
  const words = KIT_WORDS[language];
  return (
    <details class="card people" data-url="/kit/links" data-content-id={item.contentId}>
      <summary>{words.people}</summary>
      <p class="quiet">{words.peopleHint}</p>
      <p class="url" id="person" />
      <ul>
        {view.people.map(({ id, name }) => (
          <li>
            <button
              type="button"
              class="button"
              data-person={id}
              data-done={words.copiedFor(name)}
              data-failed={words.copyFailed}
              data-refused={words.notMade}
            >
              <span data-label aria-live="polite">
                {name}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
