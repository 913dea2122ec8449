import type { KitProps } from "./props.ts";
import { KIT_WORDS } from "./words.ts";

/** The sender's portrait, to be chosen or taken away; their pictures and page show it. */
export function Portrait({ view, language }: Pick<KitProps, "view" | "language">) {
  const words = KIT_WORDS[language];
  return (
    <section
      class="card portrait"
      aria-labelledby="portrait-title"
      data-url="/kit/portrait"
      data-sending={words.portraitSending}
      data-failed={words.portraitFailed}
    >
      <h3 id="portrait-title">{words.portrait}</h3>
      <p class="quiet">{words.portraitHint}</p>
      {view.avatarUrl ? (
        <img src={view.avatarUrl} alt={words.portrait} width="96" height="96" />
      ) : null}
      <label class="button wide">
        {view.avatarUrl ? words.portraitOther : words.portraitChoose}
        {/* iOS makes a JPEG of its own format where only these are named. */}
        <input type="file" accept="image/jpeg,image/png,image/webp" class="offscreen" />
      </label>
      {view.avatarUrl ? (
        <button type="button" class="link" data-remove>
          {words.portraitRemove}
        </button>
      ) : null}
      <p class="quiet" role="status" data-said></p>
    </section>
  );
}
