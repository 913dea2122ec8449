import type { KitView } from "../../usecases/kit/kit-view.ts";
import { formatWhen } from "../shell/format.ts";
import { textAttributes, textLanguage } from "../shell/text-language.ts";
import { CopyButton } from "./copy-button.tsx";
import { channelName } from "./links.tsx";
import { OwnLine } from "./own-line.tsx";
import type { KitPartProps } from "./props.ts";
import { KIT_WORDS } from "./words/index.ts";

/** The sender's words: asked for a line of their own, to be changed, and copied with the link they want. */
export function Caption({ item, view, language }: KitPartProps & { view: KitView }) {
  const words = KIT_WORDS[language];
  const { lines, chars } = item.foldLimits;
  const shown = item.caption.split("\n");
  const count = { lines: shown.length, chars: [...shown.join("")].length };
  const folds = count.lines > lines || count.chars > chars;
  const text = textAttributes(textLanguage(item.textLanguage), language);
  return (
    <section class="card" aria-labelledby="caption-title">
      <h3 id="caption-title">{words.caption}</h3>
      {item.copiedBefore ? (
        <p class="fold">
          {words.changed(formatWhen(item.copiedBefore, view.now, view.timeZone, language))}
        </p>
      ) : null}
      <p class="quiet" id="caption-hint">
        {words.captionHint}
      </p>
      <OwnLine item={item} language={language} />
      <textarea
        id="caption"
        rows={Math.min(12, count.lines + Math.ceil(count.chars / 24))}
        aria-labelledby="caption-title"
        aria-describedby="caption-hint fold-warning"
        {...text}
        spellcheck={false}
        autocomplete="off"
        data-caption="fold-warning"
        data-reset="caption-reset"
        data-line="line"
        data-max-lines={lines}
        data-max-chars={chars}
        data-copied-url="/kit/copies"
        data-content-id={item.contentId}
        data-version={item.version}
      >
        {item.caption}
      </textarea>
      <p class="fold" id="fold-warning" hidden={!folds}>
        {words.fold[0]}
        <b data-lines>{count.lines}</b>
        {words.fold[1]}
        <b data-chars>{count.chars}</b>
        {words.fold[2](lines, chars)}
      </p>
      <Target item={item} language={language} />
      <CopyButton language={language} source="caption" label={words.copyCaption} big />
      <button type="button" class="link" id="caption-reset" hidden>
        {words.reset}
      </button>
    </section>
  );
}

/** Where the sender is about to share: that link goes with the caption. */
function Target({ item, language }: KitPartProps) {
  const words = KIT_WORDS[language];
  const open = item.links.flatMap((link, at) => (link.state === "open" ? [{ ...link, at }] : []));
  if (open.length === 0) return null;
  return (
    <>
      <fieldset class="targets">
        <legend>{words.target}</legend>
        {open.map(({ channel, at }, index) => (
          <label>
            <input type="radio" name="target" value={`link-${at}`} checked={index === 0} />
            <span>{channelName(channel, language)}</span>
          </label>
        ))}
      </fieldset>
      <CopyButton
        language={language}
        source="caption"
        beside="target"
        label={words.copyBoth}
        full
        big
      />
    </>
  );
}
