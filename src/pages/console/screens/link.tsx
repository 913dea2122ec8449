import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { LinkLine } from "../../../usecases/console/show-links.ts";
import { CopyText } from "../ui/copy.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { ActionForm, Card, Field } from "../ui/parts.tsx";
import { fill } from "../words/fill.ts";
import { wordsOf } from "../words/index.ts";
import { lastDayOf, senderOf, stateOf } from "./links.tsx";
import { channelName } from "./readers.tsx";

/** One link: to copy, to print, to pause, to end. @param now - RFC 3339 */
export function renderLink(
  desk: Desk,
  link: Pick<
    LinkLine,
    | "code"
    | "url"
    | "paused"
    | "expiresAt"
    | "maxClicks"
    | "title"
    | "contentId"
    | "sender"
    | "hasLeft"
    | "holder"
    | "senderId"
    | "channel"
  >,
  qrSvg: string,
  now: string,
): string {
  const words = wordsOf("links", desk.language);
  const place = `/console/links/${link.code}`;
  return renderScreen({
    desk,
    title: fill(words.one, { code: link.code }),
    at: "links",
    trail: [{ href: "/console/links", text: words.title }],
    children: (
      <>
        <p>
          {link.contentId ? words.post : words.outside}:{" "}
          {link.contentId ? (
            <a href={`/console/posts/${link.contentId}`}>{link.title}</a>
          ) : (
            link.title
          )}{" "}
          · {words.sender}:{" "}
          {link.holder ? (
            <a href={`/console/people/${link.holder}`}>{senderOf(link, words)}</a>
          ) : (
            senderOf(link, words)
          )}{" "}
          · {words.channel}: {channelName(link.channel, desk.language)}
        </p>
        <div class="two">
          <Card title={words.qr}>
            <div class="qr">{raw(qrSvg)}</div>
            <p class="buttons">
              <a class="button" href={`${place}/qr.svg`} download={`${link.code}.svg`}>
                {words.svg}
              </a>
              <a class="button" href={`${place}/qr.png`} download={`${link.code}.png`}>
                {words.png}
              </a>
            </p>
            <CopyText id="link-url" text={link.url} label={words.copy} done={words.copied} />
          </Card>
          <Card title={stateOf(link, now, desk, words)}>
            {desk.mayWrite ? (
              <>
                <ActionForm
                  action={`${place}/pause`}
                  token={desk.tokens["link-pause"]}
                  label={link.paused ? words.resume : words.pause}
                >
                  <input type="hidden" name="paused" value={link.paused ? "no" : "yes"} />
                </ActionForm>
                <SavedForm
                  action={`${place}/cap`}
                  token={desk.tokens["link-cap"]}
                  save={words.save}
                >
                  <Field name="maxClicks" label={words.cap} hint={words.capHint}>
                    {(control) => (
                      <input
                        {...control}
                        name="maxClicks"
                        inputmode="numeric"
                        maxlength={9}
                        value={link.maxClicks === null ? "" : String(link.maxClicks)}
                      />
                    )}
                  </Field>
                </SavedForm>
                <SavedForm
                  action={`${place}/expiry`}
                  token={desk.tokens["link-expiry"]}
                  save={words.save}
                >
                  <Field name="expiresAt" label={words.expiry} hint={words.expiryHint}>
                    {(control) => (
                      <input
                        {...control}
                        type="date"
                        name="expiresAt"
                        value={link.expiresAt ? lastDayOf(link.expiresAt, desk) : ""}
                      />
                    )}
                  </Field>
                </SavedForm>
              </>
            ) : null}
          </Card>
        </div>
      </>
    ),
  });
}

/** One property of the link with its button. */
function SavedForm(props: {
  action: string;
  token: string | undefined;
  save: string;
  children: Child;
}) {
  const { action, token, save, children } = props;
  return (
    <form method="post" action={action} class="field">
      <input type="hidden" name="token" value={token ?? ""} />
      {children}
      <p class="buttons">
        <button type="submit" class="button">
          {save}
        </button>
      </p>
    </form>
  );
}
