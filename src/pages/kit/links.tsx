import { raw } from "hono/html";
import type { KitLink } from "../../usecases/kit/kit-view.ts";
import type { Language } from "../shell/language.ts";
import { CopyButton } from "./copy-button.tsx";
import type { KitPartProps } from "./props.ts";
import { KIT_WORDS } from "./words.ts";

/** The sender's links, to be copied or scanned. */
export function Links({ item, language }: KitPartProps) {
  const words = KIT_WORDS[language];
  const main = item.links.find(({ channel }) => channel === null);
  const channels = item.links.filter(({ channel }) => channel !== null);
  return (
    <section class="card" aria-labelledby="link-title">
      <h3 id="link-title">{main ? words.link : words.links}</h3>
      <p class="quiet">{words.linkHint}</p>
      {main ? (
        <>
          <p class="url" id="link">
            {main.url}
          </p>
          <Share link={main} language={language} source="link" label={words.copyLink} />
        </>
      ) : null}
      {channels.length > 0 ? (
        <>
          {main ? <h4>{words.channels}</h4> : null}
          <p class="quiet">{words.channelsHint}</p>
          <ul class="channels">
            {channels.map((link, index) => (
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
        </>
      ) : null}
      {main?.state === "open" ? (
        <>
          <h4>{words.qr}</h4>
          <p class="quiet">{words.qrHint}</p>
          <div class="qr" role="img" aria-label={words.qr}>
            {raw(item.qrSvg)}
          </div>
        </>
      ) : null}
    </section>
  );
}

/** The button that copies a link, or why nobody should have it now. */
function Share(props: {
  link: KitLink;
  language: Language;
  source: string;
  label: string;
  name?: string;
}) {
  const { link, ...button } = props;
  if (link.state === "open") return <CopyButton {...button} />;
  return <p class="fold">{KIT_WORDS[props.language].linkStates[link.state]}</p>;
}

function channelName(channel: string | null, language: Language): string {
  const words = KIT_WORDS[language];
  if (channel === null) return words.link;
  const group = /^group:(.*)$/s.exec(channel)?.[1];
  if (group !== undefined) return words.group(group);
  return words.channelNames[channel] ?? channel;
}
