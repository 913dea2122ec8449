import type { PostLine } from "../../../usecases/console/list-posts.ts";
import type { Language } from "../../shell/language.ts";
import { Badge, type Tone } from "../ui/parts.tsx";
import { wordsOf } from "../words/index.ts";

const tones: Readonly<Record<PostLine["status"], Tone>> = {
  draft: "plain",
  compiling: "live",
  published: "good",
  withdrawn: "warn",
};

/** Where a post stands. */
export function PostState(props: {
  post: Pick<PostLine, "status" | "isAhead">;
  language: Language;
}) {
  const words = wordsOf("posts", props.language);
  const { status, isAhead } = props.post;
  return (
    <span class="badges">
      <Badge tone={tones[status]}>{words[status]}</Badge>
      {isAhead && status === "published" ? <Badge tone="warn">{words.ahead}</Badge> : null}
    </span>
  );
}
