/** What a model proposes for a post's sentences: asking for it, how far it is, and what came of it. */
import type { listSentences } from "../../../usecases/contents/list-sentences.ts";
import type { showProposing } from "../../../usecases/contents/show-proposing.ts";
import { FaultText } from "../ui/fault-text.tsx";
import type { Desk } from "../ui/frame.tsx";
import { JobProgress } from "../ui/job-progress.tsx";
import { Card, Note } from "../ui/parts.tsx";
import { fill } from "../words/fill.ts";
import type { Words } from "../words/index.ts";

type Sentences = Awaited<ReturnType<typeof listSentences>>;
type Sentence = Sentences["drafts"][number]["sentences"][number];
type Proposing = Awaited<ReturnType<typeof showProposing>>;

type Part = {
  desk: Desk;
  id: string;
  sentences: Sentences;
  proposing: Proposing;
  words: Words<"workshop">;
};

/** Asks the model where there is one, tells how the asking stands, and takes all that passed. */
export function Proposals(props: Part) {
  const { desk, proposing, words } = props;
  const { model, job } = proposing;
  const isOpen = job?.status === "queued" || job?.status === "running";
  const passed = passedOf(props.sentences);
  if (model === null && job === null && passed === 0) return null;
  return (
    <Card title={words.ask}>
      {job && isOpen ? (
        <JobProgress
          id={job.id}
          progress={job.progress}
          label={words.asking}
          said={words.askingLead}
        />
      ) : null}
      {job?.status === "failed" ? (
        <Note tone="bad">
          <p>
            <b>{words.askFailed}</b>
          </p>
          <p>
            <FaultText text={job.error?.detail ?? ""} language={desk.language} />
          </p>
        </Note>
      ) : null}
      {job?.status === "succeeded" ? <Note tone="good">{words.askDone}</Note> : null}
      {desk.mayWrite && model !== null && !isOpen ? (
        <>
          <p class="quiet">{fill(words.askLead, { name: model })}</p>
          <Act {...props} act="ask" label={words.askLabel} />
        </>
      ) : null}
      {desk.mayWrite && passed > 0 ? (
        <>
          <p class="quiet">{words.approveAllLead}</p>
          <Act {...props} act="approve-all" label={fill(words.approveAll, { n: passed })} />
        </>
      ) : null}
    </Card>
  );
}

function passedOf({ drafts }: Sentences): number {
  const options = drafts.flatMap(({ sentences }) => sentences.flatMap(({ offered }) => offered));
  return options.filter(({ passes }) => passes).length;
}

function Act(props: Part & { act: "ask" | "approve-all"; label: string }) {
  const { desk, id, sentences, act, label } = props;
  return (
    <form method="post" action={`/console/posts/${id}/proposals`}>
      <input type="hidden" name="token" value={desk.tokens.proposals ?? ""} />
      <input type="hidden" name="revision" value={sentences.revision} />
      <input type="hidden" name="act" value={act} />
      <button type="submit" class="button">
        {label}
      </button>
    </form>
  );
}

/** Why a sentence got nothing, or nothing that was read twice. */
export function Got({
  asked,
  desk,
  words,
}: {
  asked: Sentence["asked"];
  desk: Desk;
  words: Words<"workshop">;
}) {
  if (asked?.error === undefined || asked.stage === "read") return null;
  return (
    <p class="quiet">
      {words[`got-${asked.stage}`]}:{" "}
      <FaultText text={asked.error.detail} language={desk.language} />
    </p>
  );
}

/** An option with what it says anew and what it leaves out of its sentence. */
export function Changed({ difference }: Pick<Sentence["offered"][number], "difference">) {
  return (
    <span class="changed">
      {difference.map(({ kind, text }) =>
        kind === "same" ? text : kind === "gone" ? <del>{text}</del> : <ins>{text}</ins>,
      )}
    </span>
  );
}
