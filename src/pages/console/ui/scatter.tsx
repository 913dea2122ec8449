/**
 * Dots of two figures, drawn on the server: the sentence says what they show, the table beside it the numbers. All
 * places are shares of the drawing and all letters of the page's own size, so that it reads on a phone as on a desk.
 */
import { scaleLinear, scaleSymlog } from "d3-scale";
import { share } from "./share.ts";

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

/** Hundredths of the drawing that are left free at each side, for what is written there. */
const free = { start: 14, end: 6, above: 18, below: 16 };

export function Scatter(props: {
  sentence: string;
  axes: readonly [across: string, up: string];
  dots: readonly Dot[];
}) {
  const { sentence, axes, dots } = props;
  const most = Math.max(1, ...dots.map(({ x }) => x));
  const across = scaleSymlog()
    .domain([0, most])
    .range([free.start, 100 - free.end]);
  const up = scaleLinear()
    .domain([0, 1])
    .range([100 - free.below, free.above]);
  return (
    <figure class="chart">
      <figcaption>{sentence}</figcaption>
      <svg class="dots" width="100%" aria-hidden="true" focusable="false">
        <text class="start" y="1em">
          ↑ {axes[1]}
        </text>
        {[0, 0.5, 1].map((part) => (
          <g>
            <line class="axis" x2="100%" y1={share(up(part))} y2={share(up(part))} />
            <text class="start" y={share(up(part))} dy="-0.35em">
              {part * 100}%
            </text>
          </g>
        ))}
        {dots.map(({ x, y, mark, name }) => {
          const place = across(x);
          const [left, top] = [share(place), share(up(y))];
          return (
            <g class={`dot ${mark}`}>
              {mark === "wide" ? (
                <rect x={left} y={top} width="12" height="12" transform="translate(-6 -6)" />
              ) : (
                <circle cx={left} cy={top} r={mark === "strong" ? 8 : 5} />
              )}
              {name ? (
                <text class={`said ${sideOf(place)}`} x={left} y={top} dy="-0.8em">
                  {name}
                </text>
              ) : null}
            </g>
          );
        })}
        <text class="end" x="100%" y="100%" dy="-0.5em">
          {axes[0]} → 0–{most}
        </text>
      </svg>
    </figure>
  );
}

/** A name runs into the drawing, wherever its dot is. */
function sideOf(place: number): string {
  if (place < 33) return "start";
  return place > 67 ? "end" : "";
}
