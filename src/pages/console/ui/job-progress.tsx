import { fill } from "../words/fill.ts";
import { Meter } from "./parts.tsx";

/** How far a job is. The script asks for it; without one the page comes anew. */
export function JobProgress(props: {
  id: string;
  /** 0..1 */
  progress: number;
  label: string;
  /** With {percent}. */
  said: string;
}) {
  const { id, progress, label, said } = props;
  const percent = Math.round(progress * 100);
  return (
    <div data-job={`/console/jobs/${id}`} aria-live="polite">
      <Meter value={percent} of={100} label={label} />
      <p data-said={said}>{fill(said, { percent })}</p>
      <noscript>
        <meta http-equiv="refresh" content="2" />
      </noscript>
    </div>
  );
}
