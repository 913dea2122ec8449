import { CopyButton } from "./copy-button.tsx";
import type { KitPartProps } from "./props.ts";
import { KIT_WORDS } from "./words/index.ts";

/** The page as readers see it: to look at, and to share from. */
export function Look({ item, language }: KitPartProps) {
  if (item.lookUrl === null) return null;
  const words = KIT_WORDS[language];
  return (
    <section class="card" aria-labelledby="look-title">
      <h3 id="look-title">{words.look}</h3>
      <p class="quiet">{words.lookHint}</p>
      <p class="pair">
        <a class="button" href={item.lookUrl}>
          {words.lookOpen}
        </a>
        <CopyButton language={language} source="look" label={words.lookCopy} />
      </p>
      <p class="quiet">{words.lookElsewhere}</p>
      <span id="look" hidden>
        {item.lookUrl}
      </span>
    </section>
  );
}
