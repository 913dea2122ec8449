import type { ImageView, Sized } from "../../../usecases/images/image-url.ts";
import type { Language } from "../../shell/language.ts";
import { FaultText } from "../ui/fault-text.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Card, Note } from "../ui/parts.tsx";
import { PeopleOptions } from "../ui/people-options.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";
import { blank, Part, type PlacedFields } from "./placed-part.tsx";
import { PostTabs, postHead } from "./post-tabs.tsx";

/** What is wrong with a block, and with which of its parts where it is one's alone; from 0. */
export interface PlaceFault {
  part: number | null;
  message: string;
}

export interface PlaceProps {
  id: string;
  title: string;
  image: ImageView;
  parts: readonly PlacedFields[];
  faults: readonly PlaceFault[];
  people: Parameters<typeof PeopleOptions>[0]["people"];
  /** Who was chosen to be looked at. */
  chosen: string | null;
  /** Of whom the picture is shown, and where it is. */
  shown: readonly { name: string; picture: Sized }[];
}

/** Where the sender's block lies on a picture: dragged on it, or typed. */
export function renderPlace(desk: Desk, props: PlaceProps): string {
  const { id, title, image, parts, faults } = props;
  const words = wordsOf("pictures", desk.language);
  const place = `/console/posts/${id}/pictures/${image.id}`;
  return renderScreen({
    desk,
    title,
    at: "posts",
    ...postHead(desk),
    children: (
      <>
        <PostTabs desk={desk} id={id} on="pictures" />
        <p class="quiet">{words.placeLead}</p>
        <form method="post" action={place} class="place" data-place data-check={`${place}/check`}>
          <input type="hidden" name="token" value={desk.tokens.place ?? ""} />
          <div class="stage" data-stage>
            <img src={image.url} alt="" width={image.width} height={image.height} />
          </div>
          <div>
            <div data-checked aria-live="polite">
              {faults.length > 0 ? <Faults faults={faults} language={desk.language} /> : null}
            </div>
            {[...parts, blank(image, parts)].map((part, index) => (
              <Part part={part} index={index} isNew={index === parts.length} words={words} />
            ))}
            <p class="buttons">
              <button type="submit" class="button full">
                {words.save}
              </button>
            </p>
          </div>
        </form>
        <Preview {...props} words={words} place={place} />
      </>
    ),
  });
}

/** What is wrong with a block, or that nothing is: a piece that the script puts in place. */
export function renderChecked(
  language: Language,
  faults: readonly PlaceFault[],
  good: string,
): string {
  return String(
    faults.length > 0 ? (
      <Faults faults={faults} language={language} />
    ) : (
      <Note tone="good">{<p>{good}</p>}</Note>
    ),
  );
}

function Faults({ faults, language }: { faults: readonly PlaceFault[]; language: Language }) {
  const words = wordsOf("pictures", language);
  return (
    <Note tone="bad">
      {faults.map(({ part, message }) => (
        <p>
          {part === null ? null : <b>{fill(words.component, { n: part + 1 })}: </b>}
          <FaultText text={message} language={language} />
        </p>
      ))}
    </Note>
  );
}

function Preview(props: PlaceProps & { words: Words<"pictures">; place: string }) {
  const { people, chosen, shown, words, place } = props;
  return (
    <Card title={words.preview} id="preview">
      <p class="quiet">{people.length === 0 ? words.nobody : words.previewLead}</p>
      {people.length > 0 ? (
        <form class="filter" method="get" action={`${place}#preview`}>
          <select name="sender" aria-label={words.preview}>
            <PeopleOptions people={people} chosen={chosen} />
          </select>
          <button type="submit" class="button">
            {words.show}
          </button>
        </form>
      ) : null}
      <ul class="pictures">
        {shown.map(({ name, picture: { url, width, height } }) => (
          <li>
            <img src={url} alt="" width={width} height={height} loading="lazy" />
            <p>{name}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
