import type { KitProps } from "./props.ts";
import { KIT_WORDS } from "./words/index.ts";

/** The sender's portrait and their WeChat code, each to be chosen or taken away; their pages show both. */
export function OwnPictures({ view, language }: Pick<KitProps, "view" | "language">) {
  const words = KIT_WORDS[language];
  const { portraitOther: other, portraitSending: sending, portraitFailed: failed } = words;
  return (
    <>
      <OwnPicture
        id="portrait"
        url={view.avatarUrl}
        says={{
          title: words.portrait,
          hint: words.portraitHint,
          choose: words.portraitChoose,
          remove: words.portraitRemove,
          other,
          sending,
          failed,
        }}
      />
      <OwnPicture
        id="wechat-qr"
        url={view.wechatQrUrl}
        says={{
          title: words.wechatQr,
          hint: words.wechatQrHint,
          choose: words.wechatQrChoose,
          remove: words.wechatQrRemove,
          other,
          sending,
          failed,
        }}
      />
    </>
  );
}

type Says = Readonly<
  Record<"title" | "hint" | "choose" | "other" | "remove" | "sending" | "failed", string>
>;

function OwnPicture({ id, url, says }: { id: string; url: string | null; says: Says }) {
  return (
    <section
      class={`card own-picture ${id}`}
      aria-labelledby={`${id}-title`}
      data-url={`/kit/${id}`}
      data-sending={says.sending}
      data-failed={says.failed}
    >
      <h3 id={`${id}-title`}>{says.title}</h3>
      <p class="quiet">{says.hint}</p>
      {url ? <img src={url} alt={says.title} width="96" /> : null}
      <label class="button wide">
        {url ? says.other : says.choose}
        {/* iOS makes a JPEG of its own format where only these are named. */}
        <input type="file" accept="image/jpeg,image/png,image/webp" class="offscreen" />
      </label>
      {url ? (
        <button type="button" class="link" data-remove>
          {says.remove}
        </button>
      ) : null}
      <p class="quiet" role="status" data-said></p>
    </section>
  );
}
