import type { AppError } from "../../../usecases/errors.ts";
import { FaultText } from "../ui/fault-text.tsx";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Note } from "../ui/parts.tsx";
import { wordsOf } from "../words/index.ts";

/** What did not work, and what to do: in words of the console's own where its kind has some. */
export function renderFault(
  desk: Desk,
  { detail, errors }: Pick<AppError, "detail" | "errors">,
  kind = "",
): string {
  const words = wordsOf("frame", desk.language);
  const faults: Readonly<Record<string, string>> = wordsOf("faults", desk.language);
  return renderScreen({
    desk,
    title: words.failed,
    at: "week",
    children: (
      <Note tone="bad">
        {Object.hasOwn(faults, kind) ? (
          <p>{faults[kind]}</p>
        ) : (
          <p>
            <FaultText text={detail} language={desk.language} />
          </p>
        )}
        {errors ? (
          <ul>
            {errors.map(({ path, message }) => (
              <li>
                <b>{path}</b>: <FaultText text={message} language={desk.language} />
              </li>
            ))}
          </ul>
        ) : null}
        <p>
          <a href="/console">{words.back}</a>
        </p>
      </Note>
    ),
  });
}
