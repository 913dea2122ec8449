import type { ReaderSender } from "../../usecases/open/page-view.ts";
import { firstGrapheme } from "../shell/grapheme.ts";
import type { Language } from "../shell/language.ts";
import { phoneAddress } from "./phone.ts";
import { READER_WORDS } from "./words.ts";

/** Whose link this is, and how to reach them. */
export function SenderCard(props: {
  language: Language;
  sender: ReaderSender;
  workspaceName: string;
}) {
  const { language, sender, workspaceName } = props;
  const { name, title, phone, avatarUrl, wechatQrUrl } = sender;
  const role = [title, workspaceName].filter(Boolean).join(" · ");
  const { call, addWechat, wechatHint } = READER_WORDS[language];
  const address = phone ? phoneAddress(phone) : null;
  const dial = address ? (
    <a class="button" href={address} aria-label={`${call} ${name} ${phone}`}>
      {call}
    </a>
  ) : null;
  return (
    <div class="sender">
      {avatarUrl ? (
        <img class="mark" src={avatarUrl} alt="" width="46" height="46" />
      ) : (
        <span class="mark" aria-hidden="true">
          {firstGrapheme(name.trim())}
        </span>
      )}
      <p class="who">
        <span class="name">{name}</span>
        <br />
        <span class="role">{role}</span>
        {phone && !address ? (
          <>
            <br />
            <span class="role">{phone}</span>
          </>
        ) : null}
      </p>
      {wechatQrUrl ? (
        <div class="reach">
          {dial}
          <details class="wechat">
            <summary class="button">{addWechat}</summary>
            {/* WeChat offers to scan what is pressed for long only where it is an image of its own. */}
            <p>
              <img src={wechatQrUrl} alt={wechatHint(name)} loading="lazy" width="240" />
              <br />
              {wechatHint(name)}
            </p>
          </details>
        </div>
      ) : (
        dial
      )}
    </div>
  );
}
