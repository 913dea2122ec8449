import type { Child } from "hono/jsx";
import { plainStyle } from "../../generated/faces.ts";
import type { Language } from "./language.ts";
import { renderDocument } from "./layout.tsx";

export interface PlainProps {
  language: Language;
  nonce: string;
  title: string;
  /** Where the page says something else than its title. */
  heading?: string | undefined;
  lead?: string | undefined;
  /** Besides the one of all plain pages. */
  style?: string | undefined;
  children?: Child;
}

/** A page of a few sentences that is one person's own, which no machine should find; a whole document. */
export function renderPlain(props: PlainProps): string {
  const { language, nonce, title, heading = title, lead, style = "", children } = props;
  return renderDocument({
    lang: language,
    nonce,
    title,
    style: plainStyle + style,
    bodyClass: "plain",
    head: <meta name="robots" content="noindex, nofollow" />,
    children: (
      <main>
        <span class="mark" />
        <h1>{heading}</h1>
        {lead === undefined ? null : <p class="lead">{lead}</p>}
        {children}
      </main>
    ),
  });
}
