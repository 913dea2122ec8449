import { raw } from "hono/html";
import { CopyButton } from "./copy-button.tsx";
import type { KitItemProps } from "./kit-props.ts";
import type { Language } from "./language.ts";
import { STRINGS } from "./strings.ts";

/** The sender's links, to be copied or scanned. */
export function Links({ item, language }: KitItemProps) {
  const strings = STRINGS[language];
  const main = item.links.find(({ channel }) => channel === null);
  const channels = item.links.filter(({ channel }) => channel !== null);
  return (
    <section class="card" aria-labelledby="link-title">
      <h3 id="link-title">{main ? strings.kitLink : strings.kitLinks}</h3>
      <p class="quiet">{strings.kitLinkHint}</p>
      {main ? (
        <>
          <p class="url" id="link">
            {main.url}
          </p>
          <CopyButton language={language} source="link" label={strings.kitCopyLink} />
        </>
      ) : null}
      {channels.length > 0 ? (
        <>
          {main ? <h4>{strings.kitChannels}</h4> : null}
          <p class="quiet">{strings.kitChannelsHint}</p>
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
                  label={strings.kitCopy}
                  name={`${strings.kitCopyLink} ${channelName(channel, language)}`}
                />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h4>{strings.kitQr}</h4>
      <p class="quiet">{strings.kitQrHint}</p>
      <div class="qr" role="img" aria-label={strings.kitQr}>
        {raw(item.qrSvg)}
      </div>
    </section>
  );
}

function channelName(channel: string | null, language: Language): string {
  const strings = STRINGS[language];
  if (channel === null) return strings.kitLink;
  const group = /^group:(.*)$/s.exec(channel)?.[1];
  if (group !== undefined) return strings.kitGroup(group);
  return strings.kitChannelNames[channel] ?? channel;
}
