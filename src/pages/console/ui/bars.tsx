/**
 * Bars of a few days, drawn on the server: the sentence above says what they show, the table below the numbers. Letters
 * are of the page's own size: where the bars have no room for theirs, the drawing scrolls.
 */
import { scaleBand, scaleLinear } from "d3-scale";
import { share } from "./share.ts";

export interface Bar {
  label: string;
  value: number;
  /** The number as it is said. */
  text: string;
}

/** Hundredths of the drawing that are left free for what is written over and under the bars. */
const free = { above: 14, below: 16 };
/** The room that a day's label takes. */
const emPerBar = 2.6;

export function Bars(props: {
  sentence: string;
  heads: readonly [string, string];
  bars: readonly Bar[];
}) {
  const { sentence, heads, bars } = props;
  const across = scaleBand()
    .domain(bars.map(({ label }) => label))
    .range([0, 100])
    .padding(0.3);
  const up = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(({ value }) => value))])
    .range([100 - free.below, free.above]);
  const middle = across.bandwidth() / 2;
  return (
    <figure class="chart">
      <figcaption>{sentence}</figcaption>
      <section class="plot" tabindex={0} aria-label={heads.join(" · ")}>
        <svg width={`${Math.ceil(bars.length * emPerBar)}em`} aria-hidden="true" focusable="false">
          {bars.map(({ label, value, text }) => {
            const [x, y] = [across(label) ?? 0, up(value)];
            const base = up(0);
            return (
              <g>
                <rect
                  class="bar"
                  x={share(x)}
                  y={share(Math.min(y, base - 1))}
                  width={share(across.bandwidth())}
                  height={share(Math.max(1, base - y))}
                  rx="4"
                />
                {value > 0 ? (
                  <text class="said" x={share(x + middle)} y={share(y)} dy="-0.4em">
                    {text}
                  </text>
                ) : null}
                <text x={share(x + middle)} y="100%" dy="-0.5em">
                  {label}
                </text>
              </g>
            );
          })}
        </svg>
      </section>
      <Numbers heads={heads} rows={bars.map(({ label, text }) => [label, text])} />
    </figure>
  );
}

/** The numbers of a drawing, for whoever would rather read or listen. */
export function Numbers(props: { heads: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <details class="numbers">
      <summary>{props.heads.join(" · ")}</summary>
      <table>
        <thead>
          <tr>
            {props.heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(([first, ...rest]) => (
            <tr>
              <th scope="row">{first}</th>
              {rest.map((text) => (
                <td>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
