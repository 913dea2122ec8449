import { imageDeals } from "../../../domain/vocabulary.ts";
import type { ImageView } from "../../../usecases/images/image-url.ts";
import { FaultText } from "../ui/fault-text.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { ActionForm, Badge, Card, PictureForm } from "../ui/parts.tsx";
import { wordsOf } from "../words/index.ts";
import { PostTabs, postHead } from "./post-tabs.tsx";

export interface PicturesProps {
  id: string;
  title: string;
  imageDeal: (typeof imageDeals)[number];
  images: readonly ImageView[];
}

/** The pictures of a post: what there is, how they are dealt, and another one. */
export function renderPictures(
  desk: Desk,
  { id, title, imageDeal, images }: PicturesProps,
): string {
  const words = wordsOf("pictures", desk.language);
  const place = `/console/posts/${id}/pictures`;
  return renderScreen({
    desk,
    title,
    at: "posts",
    ...postHead(desk),
    children: (
      <>
        <PostTabs desk={desk} id={id} on="pictures" />
        <Card title={words.tab}>
          <p class="quiet">{images.length === 0 ? words.none : words.lead}</p>
          <ul class="pictures">
            {images.map((image) => (
              <li>
                <Picture desk={desk} place={place} image={image} />
              </li>
            ))}
          </ul>
        </Card>
        {desk.mayWrite ? (
          <>
            <Card title={words.upload}>
              <PictureForm
                action={place}
                token={desk.tokens.picture}
                label={words.upload}
                hint={words.uploadHint}
                send={words.send}
                kind="full"
              />
            </Card>
            <Card title={words.deal}>
              <form method="post" action={`${place}/deal`}>
                <input type="hidden" name="token" value={desk.tokens["picture-deal"] ?? ""} />
                {imageDeals.map((deal) => (
                  <label class="choice">
                    <input type="radio" name="deal" value={deal} checked={deal === imageDeal} />{" "}
                    {words[`deal-${deal}`]}
                  </label>
                ))}
                <p class="buttons">
                  <button type="submit" class="button">
                    {words.save}
                  </button>
                </p>
              </form>
            </Card>
          </>
        ) : null}
      </>
    ),
  });
}

function Picture({ desk, place, image }: { desk: Desk; place: string; image: ImageView }) {
  const words = wordsOf("pictures", desk.language);
  const { id, status, url, width, height, error, own } = image;
  return (
    <>
      {status === "ready" ? (
        <img src={url} alt="" width={width} height={height} loading="lazy" />
      ) : (
        <Badge tone={status === "failed" ? "bad" : "live"}>{words[status]}</Badge>
      )}
      {error ? (
        <p class="error">
          <FaultText text={error.detail} language={desk.language} />
        </p>
      ) : null}
      {own && own.advice.length > 0 ? <p class="quiet">{words.advice}</p> : null}
      {desk.mayWrite ? (
        <div class="buttons">
          {status === "ready" ? (
            <a class="button" href={`${place}/${id}`}>
              {words.place}
            </a>
          ) : null}
          <ActionForm
            action={`${place}/${id}/delete`}
            token={desk.tokens["picture-delete"]}
            label={words.remove}
            kind="danger"
            ask={words.removeAsk}
          />
        </div>
      ) : null}
    </>
  );
}
