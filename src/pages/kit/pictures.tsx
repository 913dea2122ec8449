import type { KitPartProps } from "./props.ts";
import { KIT_WORDS } from "./words/index.ts";

/** The sender's pictures, to be pressed and held, or saved all at once. */
export function Pictures({ item, language }: KitPartProps) {
  const { images } = item;
  if (images.length === 0) return null;
  const words = KIT_WORDS[language];
  return (
    <section class="card" aria-labelledby="images-title">
      <h3 id="images-title">{words.images}</h3>
      <p class="quiet">{words.imagesHint}</p>
      <div class={images.length === 1 ? "images one" : "images"}>
        {images.map(({ url, small: { width, height, ...small } }, index) => (
          <img
            src={small.url}
            width={width}
            height={height}
            alt={words.image(index + 1)}
            data-whole={url}
          />
        ))}
      </div>
      {images.length === 1 ? (
        <a class="button wide" href={images[0]?.url} download={images[0]?.fileName} data-save>
          {words.save}
        </a>
      ) : (
        <>
          <a
            class="button wide"
            href={images[0]?.url}
            download={images[0]?.fileName}
            data-save="images-all"
          >
            {words.saveAll(images.length)}
          </a>
          <span id="images-all" hidden>
            {images.map(({ url, fileName }) => (
              <a href={url} download={fileName}>
                {url}
              </a>
            ))}
          </span>
        </>
      )}
    </section>
  );
}
