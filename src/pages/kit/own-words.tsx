import type { KitProps } from "./props.ts";
import { KIT_WORDS } from "./words/index.ts";

/** What the sender says before and after every caption of theirs. */
export function OwnWords({ view, language }: Pick<KitProps, "view" | "language">) {
  const words = KIT_WORDS[language];
  const { opener, closer } = view.ownWords;
  return (
    <form
      class="card"
      aria-labelledby="words-title"
      data-words="/kit/words"
      data-failed={words.wordsFailed}
    >
      <h3 id="words-title">{words.ownWords}</h3>
      <p class="quiet">{words.ownWordsHint}</p>
      <p class="ask">
        <label for="opener">{words.opener}</label>
        <input id="opener" name="opener" maxlength={60} value={opener} autocomplete="off" />
      </p>
      <p class="ask">
        <label for="closer">{words.closer}</label>
        <input id="closer" name="closer" maxlength={60} value={closer} autocomplete="off" />
      </p>
      <button type="submit" class="button wide">
        {words.keep}
      </button>
      <p class="quiet" role="status" data-said />
    </form>
  );
}
