import type { AppError } from "../../../usecases/errors.ts";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { Note } from "../ui/parts.tsx";
import { wordsOf } from "../words/index.ts";

/** What did not work, and what to do. */
export function renderFault(
  desk: Desk,
  { detail, errors }: Pick<AppError, "detail" | "errors">,
): string {
  const words = wordsOf("frame", desk.language);
  return renderScreen({
    desk,
    title: words.failed,
    at: "week",
    children: (
      <Note tone="bad">
        <p lang="en">{detail}</p>
        {errors ? (
          <ul>
            {errors.map(({ path, message }) => (
              <li>
                <b>{path}</b>: <span lang="en">{message}</span>
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
