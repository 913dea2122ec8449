import type { KitLink } from "../../usecases/kit/kit-view.ts";
import type { Language } from "../shell/language.ts";
import { CopyButton } from "./copy-button.tsx";
import type { KitPartProps } from "./props.ts";
import { KIT_WORDS } from "./words/index.ts";

/** The sender's links, one for each place where they share. */
export function Links({ item, language }: KitPartProps) {
  const words = KIT_WORDS[language];
  return (
    <section class="card" aria-labelledby="link-title">
      <h3 id="link-title">{words.links}</h3>
      <p class="quiet">{words.linkHint}</p>
      <ul class="channels">
        {item.links.map((link, index) => (
          <li>
            <div>
              <b>{channelName(link.channel, language)}</b>
              <span class="url" id={`link-${index}`}>
                {link.url}
              </span>
            </div>
            <Share
              link={link}
              language={language}
              source={`link-${index}`}
              label={words.copy}
              name={`${words.copyLink} ${channelName(link.channel, language)}`}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The code that is scanned, as a picture to be saved; its link is of its own. */
export function PrintedCode({ item, language }: KitPartProps) {
  const { print } = item;
  if (!print) return null;
  const words = KIT_WORDS[language];
  return (
    <section class="card" aria-labelledby="qr-title">
      <h3 id="qr-title">{words.qr}</h3>
      <p class="quiet">{words.qrHint}</p>
      {print.state === "open" ? (
        <>
          <img
            class="qr"
            src={print.qrUrl}
            alt={words.qr}
            width="444"
            height="444"
            loading="lazy"
          />
          <a
            class="button wide"
            href={print.qrUrl}
            download={`${item.title}-${words.qr}.png`}
            data-save
          >
            {words.qrSave}
          </a>
        </>
      ) : (
        <p class="fold">{words.linkStates[print.state]}</p>
      )}
    </section>
  );
}

/** The button that copies a link, or why nobody should have it now. */
function Share(props: {
  link: KitLink;
  language: Language;
  source: string;
  label: string;
  name: string;
}) {
  const { link, ...button } = props;
  if (link.state === "open") return <CopyButton {...button} />;
  return <p class="fold">{KIT_WORDS[props.language].linkStates[link.state]}</p>;
}

/** What a channel is called. */
export function channelName(channel: string, language: Language): string {
  const words = KIT_WORDS[language];
  const group = /^group:(.*)$/s.exec(channel)?.[1];
  if (group !== undefined) return words.group(group);
  return words.channelNames[channel] ?? channel;
}
