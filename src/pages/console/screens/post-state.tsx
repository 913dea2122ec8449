import type { PostStanding } from "../../../usecases/console/post-standing.ts";
import type { Language } from "../../shell/language.ts";
import { Badge, type Tone } from "../ui/parts.tsx";
import { wordsOf } from "../words/index.ts";

const tones: Readonly<Record<PostStanding["status"], Tone>> = {
  draft: "plain",
  compiling: "live",
  published: "good",
  withdrawn: "warn",
};

/** Where a post stands. */
export function PostState(props: { post: PostStanding; language: Language }) {
  const words = wordsOf("posts", props.language);
  const { status, isAhead, waitsUntil } = props.post;
  return (
    <span class="badges">
      <Badge tone={tones[status]}>{words[status]}</Badge>
      {isAhead && status === "published" ? <Badge tone="warn">{words.ahead}</Badge> : null}
      {waitsUntil ? <Badge tone="live">{words.waits}</Badge> : null}
    </span>
  );
}
