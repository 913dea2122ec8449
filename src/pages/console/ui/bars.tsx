/** Bars of a few days, drawn on the server: the sentence above says what they show, the table below the numbers. */
import { scaleBand, scaleLinear } from "d3-scale";

export interface Bar {
  label: string;
  value: number;
  /** The number as it is said. */
  text: string;
}

const size = { width: 640, height: 200, below: 28, above: 22 };

export function Bars(props: {
  sentence: string;
  heads: readonly [string, string];
  bars: readonly Bar[];
}) {
  const { sentence, heads, bars } = props;
  const across = scaleBand()
    .domain(bars.map(({ label }) => label))
    .range([0, size.width])
    .padding(0.3);
  const up = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(({ value }) => value))])
    .range([size.height - size.below, size.above]);
  const middle = across.bandwidth() / 2;
  return (
    <figure class="chart">
      <figcaption>{sentence}</figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true" focusable="false">
        {bars.map(({ label, value, text }) => {
          const [x, y] = [across(label) ?? 0, up(value)];
          const base = up(0);
          return (
            <g>
              <rect
                class="bar"
                x={round(x)}
                y={round(Math.min(y, base - 2))}
                width={round(across.bandwidth())}
                height={round(Math.max(2, base - y))}
                rx="4"
              />
              {value > 0 ? (
                <text class="said" x={round(x + middle)} y={round(y - 6)}>
                  {text}
                </text>
              ) : null}
              <text x={round(x + middle)} y={size.height - 8}>
                {label}
              </text>
            </g>
          );
        })}
      </svg>
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

const round = (value: number) => Math.round(value * 10) / 10;
