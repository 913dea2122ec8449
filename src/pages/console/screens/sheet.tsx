import { raw } from "hono/html";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Card, Empty, Field } from "../ui/parts.tsx";
import { addressOf } from "../ui/table.tsx";
import { fill } from "../words/fill.ts";
import { wordsOf } from "../words/index.ts";

/** As many as a sheet of A4 holds, four rows of four, within what a page may weigh. */
export const codesOfSheet = 16;

/** A code to print, and what stands below it. */
export interface SheetCode {
  name: string;
  more: string | null;
  qrSvg: string;
}

interface Makes {
  posts: readonly { id: string; title: string }[];
  senders: number;
}

export interface SheetView {
  /** Of whose codes it is. */
  of: "people" | "links";
  codes: readonly SheetCode[];
  /** From 1. */
  page: number;
  pages: number;
  /** What links to print can be made of, where the sheet has none. */
  makes: Makes | null;
  /** Where the sheet is, and what of its address stays from page to page. */
  path: string;
  keep: Readonly<Record<string, string | undefined>>;
}

/** A sheet of codes, to print and cut. */
export function renderSheet(desk: Desk, view: SheetView): string {
  const { of, codes, page, pages, path, keep } = view;
  const words = wordsOf("people", desk.language);
  const links = wordsOf("links", desk.language);
  const isOfPeople = of === "people";
  const to = (number: number, text: string) => (
    <a class="button" href={addressOf(path, { ...keep, page: String(number) })}>
      {text}
    </a>
  );
  return renderScreen({
    desk,
    title: isOfPeople ? words.sheetTitle : links.sheetTitle,
    at: of,
    trail: [{ href: `/console/${of}`, text: isOfPeople ? words.title : links.title }],
    actions:
      codes.length > 0 ? (
        <button type="button" class="button full" data-print hidden>
          {words.print}
        </button>
      ) : null,
    children:
      codes.length === 0 ? (
        <NoCodes desk={desk} view={view} />
      ) : (
        <>
          <p class="quiet">{isOfPeople ? words.sheetLead : links.sheetLead}</p>
          <ul class="sheet">
            {codes.map(({ name, more, qrSvg }) => (
              <li>
                {raw(qrSvg)}
                <b>{name}</b>
                <span>{more}</span>
              </li>
            ))}
          </ul>
          {pages > 1 ? (
            <p class="buttons pager">
              {page > 1 ? to(page - 1, words.sheetBefore) : null}
              <span>{fill(words.sheetPage, { page, pages })}</span>
              {page < pages ? to(page + 1, words.sheetNext) : null}
            </p>
          ) : null}
        </>
      ),
  });
}

/** Why a sheet is empty, and what fills it. */
function NoCodes({ desk, view: { of, makes } }: { desk: Desk; view: SheetView }) {
  const people = wordsOf("people", desk.language);
  const words = wordsOf("links", desk.language);
  if (of === "people" || makes?.senders === 0) {
    return (
      <Empty title={people.empty} text={people.emptyText}>
        <a class="button full" href="/console/people">
          {people.title}
        </a>
      </Empty>
    );
  }
  if (!makes || makes.posts.length === 0) {
    return (
      <Empty title={words.noPrint} text={words.emptyText}>
        <a class="button full" href="/console/posts">
          {words.toPosts}
        </a>
      </Empty>
    );
  }
  return (
    <>
      <Empty title={words.noPrint} text={words.noPrintText} />
      {desk.mayWrite ? (
        <Card title={words.makePrint}>
          <form method="post" action="/console/links/print">
            <input type="hidden" name="token" value={desk.tokens["print-links"] ?? ""} />
            <Field
              name="contentId"
              label={words.post}
              hint={fill(words.makePrintHint, { n: makes.senders })}
            >
              {(control) => (
                <select {...control} name="contentId">
                  {makes.posts.map(({ id, title }) => (
                    <option value={id}>{title}</option>
                  ))}
                </select>
              )}
            </Field>
            <p class="buttons">
              <button type="submit" class="button full">
                {words.makePrintSend}
              </button>
            </p>
          </form>
        </Card>
      ) : null}
    </>
  );
}
