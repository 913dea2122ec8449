import type { Desk } from "../ui/frame.tsx";
import { Tabs } from "../ui/parts.tsx";
import { writtenIn } from "../ui/written.ts";
import { wordsOf } from "../words/index.ts";
import { PostState } from "./post-state.tsx";

/** The pages of a post, in the order in which one comes to them. */
type PostPage = "edit" | "words" | "pictures" | "roll-out" | "activity" | "report" | "spread";

/** The pages of one post. */
export function PostTabs({ desk, id, on }: { desk: Desk; id: string; on: PostPage }) {
  const { language } = desk;
  const words = wordsOf("editor", language);
  const place = `/console/posts/${id}`;
  const tab = (page: PostPage, text: string) => ({
    href: page === "edit" ? place : `${place}/${page}`,
    text,
    on: page === on,
  });
  return (
    <Tabs
      label={words.tabs}
      tabs={[
        tab("edit", words.edit),
        tab("words", wordsOf("workshop", language).tab),
        tab("pictures", wordsOf("pictures", language).tab),
        tab("roll-out", words.rollOut),
        tab("activity", wordsOf("activity", language).tab),
        tab("report", words.report),
        // It speaks of all teams.
        ...(desk.team === null ? [tab("spread", wordsOf("spread", language).tab)] : []),
      ]}
    />
  );
}

/** What stands at the head of each of them: the way back to the list, and where the post stands. */
export const postHead = (desk: Desk) => ({
  titleIn: writtenIn(desk.standing, desk.language),
  trail: [{ href: "/console/posts", text: wordsOf("posts", desk.language).title }],
  actions: desk.standing ? <PostState post={desk.standing} language={desk.language} /> : null,
});
