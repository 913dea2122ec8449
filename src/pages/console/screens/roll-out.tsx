/** Publishing a post, and what everybody gets of it. */
import type { RollOutView } from "../../../usecases/console/show-roll-out.ts";
import { type Desk, renderScreen } from "../ui/frame.tsx";
import { ActionForm, Card, Empty, Marked } from "../ui/parts.tsx";
import { writtenIn } from "../ui/written.ts";
import { wordsOf } from "../words/index.ts";
import { PostTabs, postHead } from "./post-tabs.tsx";
import { Publishing, type PublishJob } from "./publishing.tsx";
import { Wall, type WallQuery } from "./wall.tsx";

export function renderRollOut(
  desk: Desk,
  view: RollOutView,
  job: PublishJob | null,
  query: WallQuery,
): string {
  const words = wordsOf("rollOut", desk.language);
  const { id, title, senders, isShared } = view;
  return renderScreen({
    desk,
    title,
    at: "posts",
    ...postHead(desk),
    children: (
      <>
        <PostTabs desk={desk} id={id} on="roll-out" />
        {senders === 0 ? (
          <Empty title={words.none} text={words.noneText}>
            <a class="button full" href="/console/people">
              {words.addPeople}
            </a>
          </Empty>
        ) : (
          <Publishing desk={desk} view={view} job={job} at={query.at} words={words} />
        )}
        {senders > 0 ? (
          <Card title={words.wall}>
            {isShared ? (
              <Wall desk={desk} view={view} words={words} query={query} />
            ) : (
              <>
                <p class="quiet">{words.wallNone}</p>
                <ul class="wall">
                  {view.samples.map((parts) => (
                    <li>
                      <p class="caption" {...writtenIn(desk.standing, desk.language)}>
                        <Marked parts={parts} />
                      </p>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Card>
        ) : null}
        {isShared && desk.mayWrite ? (
          <div>
            <ActionForm
              action={`/console/posts/${id}/withdraw`}
              token={desk.tokens.withdraw}
              label={words.withdraw}
              kind="danger"
              ask={words.withdrawAsk}
            />
          </div>
        ) : null}
      </>
    ),
  });
}
