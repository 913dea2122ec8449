/** A strip along an article: each section as high as it is long, as dark as readers stayed with it. */
import { scaleLinear } from "d3-scale";

export interface HeatPart {
  heading: string;
  /** How long it takes to read, which is how high it stands. */
  expectedMs: number;
  /** How long readers stayed with it; null where too few did. */
  meanMs: number | null;
}

/** Reading at the usual pace is three fifths of the darkest. */
const darkness = scaleLinear().domain([0, 0.5, 1, 2]).range([0.06, 0.35, 0.6, 1]).clamp(true);
/** 0..1 by how long readers stayed compared with what it takes. */
export const darknessOf = ({ expectedMs, meanMs }: HeatPart): number =>
  meanMs === null || expectedMs === 0 ? 0 : darkness(meanMs / expectedMs);

/** The strip of one section, to stand beside its text; it says nothing that the text beside it does not. */
export function HeatStrip({ part }: { part: HeatPart }) {
  const level = Math.round(darknessOf(part) * 100) / 100;
  return (
    <svg class="strip" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
      <rect class="ground" width="10" height="100" />
      <rect class="heat" width="10" height="100" fill-opacity={level} />
    </svg>
  );
}
