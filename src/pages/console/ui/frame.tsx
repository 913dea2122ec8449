/** What stands around every screen: where one can go, who is signed in, and what became of the last form. */
import type { Child } from "hono/jsx";
import { consoleScript, consoleStyle } from "../../../generated/console.ts";
import type { PostStanding } from "../../../usecases/console/post-standing.ts";
import { LANGUAGES, type Language } from "../../shell/language.ts";
import { renderDocument } from "../../shell/layout.tsx";
import { fill } from "../words/fill.ts";
import { type Words, wordsOf } from "../words/index.ts";

/** What every screen is told besides what it shows. */
export interface Desk {
  language: Language;
  nonce: string;
  /** Where the screen is, with its parameters. */
  path: string;
  workspaceName: string;
  /** The workspace's, by its IANA name: every date on a screen is a day there. */
  timeZone: string;
  /** The member's name; null for who came with a key. */
  name: string | null;
  team: string | null;
  mayWrite: boolean;
  mayAdmin: boolean;
  /** The proof that a form needs, by where the form goes. */
  tokens: Readonly<Record<string, string>>;
  /** Where the post stands that the screen is of. */
  standing?: PostStanding | undefined;
  /** A sentence about the form that led here. */
  said?: string | undefined;
}

type Place = keyof typeof places;

/** Screens by the letter that goes there after g, in the order of the menu. */
const places = {
  week: ["/console", "w"],
  posts: ["/console/posts", "p"],
  people: ["/console/people", "e"],
  readers: ["/console/readers", "r"],
  briefing: ["/console/briefing", "b"],
  alerts: ["/console/alerts", "i"],
  nodes: ["/console/nodes", "n"],
  rules: ["/console/rules", "t"],
  links: ["/console/links", "l"],
  members: ["/console/members", "m"],
  keys: ["/console/keys", "k"],
  integrations: ["/console/settings/integrations", "c"],
  audit: ["/console/audit", "a"],
  settings: ["/console/settings", "s"],
} as const;
const daily: readonly Place[] = [
  "week",
  "posts",
  "people",
  "readers",
  "briefing",
  "alerts",
  "nodes",
  "rules",
  "links",
];
const managing: readonly Place[] = ["members", "keys", "integrations", "audit", "settings"];

export interface ScreenProps {
  desk: Desk;
  /** The screen's name, as its h1 says it. */
  title: string;
  /** Where the name is a post's own: its language. */
  titleIn?: { lang?: string; dir?: "ltr" | "rtl" };
  /** Which entry of the menu it belongs to. */
  at: Place;
  /** Beside the h1: buttons. */
  actions?: Child;
  /** Above the h1: where this belongs. */
  trail?: readonly { href: string; text: string }[];
  children?: Child;
}

/** A screen of the console, as a whole HTML document. */
export function renderScreen({
  desk,
  title,
  titleIn,
  at,
  actions,
  trail,
  children,
}: ScreenProps): string {
  const { language, nonce, workspaceName, said } = desk;
  const words = wordsOf("frame", language);
  return renderDocument({
    lang: language,
    nonce,
    title: `${title} · ${workspaceName}`,
    style: "",
    bodyClass: "console",
    head: (
      <>
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={consoleStyle} nonce={nonce} />
        <script src={consoleScript} defer nonce={nonce} />
      </>
    ),
    children: (
      <>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <Side desk={desk} at={at} words={words} />
        <main id="main" tabindex={-1}>
          <div class="head">
            <div>
              {trail ? (
                <p class="trail">
                  {trail.map(({ href, text }) => (
                    <>
                      <a href={href}>{text}</a>
                      <span aria-hidden="true"> / </span>
                    </>
                  ))}
                </p>
              ) : null}
              <h1 {...titleIn}>{title}</h1>
            </div>
            {actions ? <div class="actions">{actions}</div> : null}
          </div>
          {said ? (
            <p class="note good" role="status">
              {said}
            </p>
          ) : null}
          {children}
        </main>
        <Palette desk={desk} words={words} />
      </>
    ),
  });
}

function Side({ desk, at, words }: { desk: Desk; at: Place; words: Words<"frame"> }) {
  const { workspaceName, name, team, language, tokens, path } = desk;
  return (
    <div class="side">
      <div class="brand">
        <span class="mark" aria-hidden="true" />
        <span class="workspace">{workspaceName}</span>
        <button type="button" class="find" data-palette aria-keyshortcuts="/" hidden>
          {words.search} <kbd>/</kbd>
        </button>
      </div>
      <details class="menu" data-menu>
        <summary>{words.menu}</summary>
        <nav aria-label={words.console}>
          <Entries of={daily} at={at} words={words} />
          {desk.mayAdmin ? (
            <>
              <p class="part">{words.manage}</p>
              <Entries of={managing} at={at} words={words} />
            </>
          ) : null}
        </nav>
        <div class="who">
          <p>{name ?? words.key}</p>
          {team ? <p class="quiet">{fill(words.lead, { team })}</p> : null}
          <form method="post" action="/console/language" class="languages">
            <input type="hidden" name="token" value={tokens.language ?? ""} />
            <input type="hidden" name="to" value={path} />
            <span class="offscreen">{words.language}</span>
            {LANGUAGES.map((each) => (
              <button
                type="submit"
                name="language"
                value={each}
                lang={each}
                aria-pressed={each === language ? "true" : "false"}
              >
                {languageNames[each]}
              </button>
            ))}
          </form>
          <form method="post" action="/console/sign-out">
            <input type="hidden" name="token" value={tokens["sign-out"] ?? ""} />
            <button type="submit" class="link">
              {words.signOut}
            </button>
            <a href="/docs">{words.docs}</a>
          </form>
        </div>
      </details>
    </div>
  );
}

const languageNames: Readonly<Record<Language, string>> = {
  "zh-Hans": "简",
  "zh-Hant": "繁",
  en: "EN",
};

function Entries(props: { of: readonly Place[]; at: Place; words: Words<"frame"> }) {
  return (
    <ul>
      {props.of.map((place) => (
        <li>
          <a
            href={places[place][0]}
            data-key={places[place][1]}
            aria-current={place === props.at ? "page" : undefined}
          >
            {props.words[place]}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Finds a screen or a post by a few letters; the script shows it, and fills it with the menu's entries. */
function Palette({ desk, words }: { desk: Desk; words: Words<"frame"> }) {
  return (
    <dialog id="palette" class="palette" aria-label={words.search} data-posts="/console/find">
      <input
        type="text"
        id="palette-text"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-found"
        aria-label={words.searchHint}
        placeholder={words.searchHint}
        autocomplete="off"
      />
      <div id="palette-found" role="listbox" aria-label={words.search} data-none={words.nothing} />
      <p class="quiet">{words.keys_help}</p>
      <form method="dialog" lang={desk.language}>
        <button type="submit" class="link">
          {words.close}
        </button>
      </form>
    </dialog>
  );
}
