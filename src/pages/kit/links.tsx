import { raw } from "hono/html";
import type { Language } from "../shell/language.ts";
import { CopyButton } from "./copy-button.tsx";
import type { KitItemProps } from "./view.ts";
import { KIT_WORDS } from "./words.ts";

/** The sender's links, to be copied or scanned. */
export function Links({ item, language }: KitItemProps) {
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
          <CopyButton language={language} source="link" label={words.copyLink} />
        </>
      ) : null}
      {channels.length > 0 ? (
        <>
          {main ? <h4>{words.channels}</h4> : null}
          <p class="quiet">{words.channelsHint}</p>
          <ul class="channels">
            {channels.map(({ channel, url }, index) => (
              <li>
                <div>
                  <b>{channelName(channel, language)}</b>
                  <span class="url" id={`link-${index}`}>
                    {url}
                  </span>
                </div>
                <CopyButton
                  language={language}
                  source={`link-${index}`}
                  label={words.copy}
                  name={`${words.copyLink} ${channelName(channel, language)}`}
                />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h4>{words.qr}</h4>
      <p class="quiet">{words.qrHint}</p>
      <div class="qr" role="img" aria-label={words.qr}>
        {raw(item.qrSvg)}
      </div>
    </section>
  );
}

function channelName(channel: string | null, language: Language): string {
  const words = KIT_WORDS[language];
  if (channel === null) return words.link;
  const group = /^group:(.*)$/s.exec(channel)?.[1];
  if (group !== undefined) return words.group(group);
  return words.channelNames[channel] ?? channel;
}
