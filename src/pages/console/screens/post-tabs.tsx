import type { Desk } from "../ui/frame.tsx";
import { Tabs } from "../ui/parts.tsx";
import { wordsOf } from "../words/index.ts";

/** The pages of one post. */
export function PostTabs(props: {
  desk: Desk;
  id: string;
  on: "edit" | "pictures" | "roll-out" | "report";
}) {
  const words = wordsOf("editor", props.desk.language);
  const place = `/console/posts/${props.id}`;
  return (
    <Tabs
      label={words.tabs}
      tabs={[
        { href: place, text: words.edit, on: props.on === "edit" },
        {
          href: `${place}/pictures`,
          text: wordsOf("pictures", props.desk.language).tab,
          on: props.on === "pictures",
        },
        { href: `${place}/roll-out`, text: words.rollOut, on: props.on === "roll-out" },
        { href: `${place}/report`, text: words.report, on: props.on === "report" },
      ]}
    />
  );
}

/** Back to the list. */
export const postTrail = (desk: Desk) => [
  { href: "/console/posts", text: wordsOf("posts", desk.language).title },
];
