/** Dots of two figures, drawn on the server: the sentence says what they show, the table beside it the numbers. */
import { scaleLinear, scaleSymlog } from "d3-scale";

export interface Dot {
  /** Across, by doublings: most are small. */
  x: number;
  /** Up, a share 0..1. */
  y: number;
  /** How it is marked; by its shape too, for whoever sees no colours. */
  mark: "strong" | "wide" | "plain" | "faint";
  /** What is written beside it; nothing for most. */
  name?: string | undefined;
}

const size = { width: 640, height: 320, left: 44, right: 16, top: 16, below: 36 };

export function Scatter(props: {
  sentence: string;
  axes: readonly [across: string, up: string];
  dots: readonly Dot[];
}) {
  const { sentence, axes, dots } = props;
  const most = Math.max(1, ...dots.map(({ x }) => x));
  const across = scaleSymlog()
    .domain([0, most])
    .range([size.left, size.width - size.right]);
  const up = scaleLinear()
    .domain([0, 1])
    .range([size.height - size.below, size.top]);
  return (
    <figure class="chart">
      <figcaption>{sentence}</figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true" focusable="false">
        {[0, 0.5, 1].map((share) => (
          <g>
            <line
              class="axis"
              x1={size.left}
              x2={size.width - size.right}
              y1={round(up(share))}
              y2={round(up(share))}
            />
            <text x={22} y={round(up(share)) + 4}>
              {share * 100}%
            </text>
          </g>
        ))}
        {dots.map(({ x, y, mark, name }) => {
          const [left, top] = [round(across(x)), round(up(y))];
          return (
            <g class={`dot ${mark}`}>
              {mark === "wide" ? (
                <rect x={left - 6} y={top - 6} width="12" height="12" />
              ) : (
                <circle cx={left} cy={top} r={mark === "strong" ? 8 : 5} />
              )}
              {name ? (
                <text class="said" x={left} y={top - 11}>
                  {name}
                </text>
              ) : null}
            </g>
          );
        })}
        <text x={(size.left + size.width) / 2} y={size.height - 8}>
          {axes[0]} → 0–{most}
        </text>
      </svg>
    </figure>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
