import type { Frame, Mcu } from "../jpeg/frame.ts";
import { brightnessRange, coloursAround, meanColour, type Range } from "./colour-range.ts";

/** What colours that come from around an MCU are taken to add, in levels, until they are known. */
const STRONG = 40;

/** What is known of one row of MCUs until the next one has come. */
type MeasuredRow = { readonly brightness: Range[]; readonly colours: Range[] };

/**
 * Tells what red, green and blue of each MCU's pixels may span; a decoder cuts off what is beyond
 * 0…255. Where colour is coarser than brightness, decoders draw it out of the MCUs around, so that
 * white next to red is no longer white: an MCU is told of when the row below it has come.
 *
 * @param inside no more exact than is needed to see whether a span lies in this range.
 */
export function watchClipping(
  frame: Frame,
  inside: Range,
  tell: (column: number, row: number, span: Range) => void,
): { add(mcu: Mcu): void; finish(): void } {
  const isColourCoarse = frame.mcuWidth > 8 || frame.mcuHeight > 8;
  let above: MeasuredRow | undefined;
  let middle: MeasuredRow | undefined;
  let below: MeasuredRow = { brightness: [], colours: [] };
  let row = 0;

  const tellMiddle = (next: MeasuredRow | undefined) => {
    if (!middle) return;
    const around = isColourCoarse ? [above, middle, next] : [middle];
    for (let column = 0; column < frame.mcusWide; column++) {
      const { low, high } = middle.brightness[column] as Range;
      const from = isColourCoarse ? Math.max(0, column - 1) : column;
      const to = isColourCoarse ? column + 2 : column + 1;
      let least = 0;
      let most = 0;
      for (const measured of around) {
        for (let i = from; measured && i < Math.min(to, frame.mcusWide); i++) {
          const colours = measured.colours[i] as Range;
          least = Math.min(least, colours.low);
          most = Math.max(most, colours.high);
        }
      }
      tell(column, row - 1, { low: low + least, high: high + most });
    }
  };

  const nextRow = () => {
    tellMiddle(below);
    above = middle;
    middle = below;
    below = { brightness: [], colours: [] };
    row++;
  };

  return {
    add(mcu) {
      const [, cb, cr] = meanColour(frame, mcu);
      const colours = coloursAround(cb, cr);
      below.colours.push(colours);
      const low = inside.low - Math.min(colours.low, -STRONG);
      const high = inside.high - Math.max(colours.high, STRONG);
      below.brightness.push(brightnessRange(frame, mcu, { low, high }));
      if (below.colours.length === frame.mcusWide) nextRow();
    },
    finish() {
      tellMiddle(undefined);
    },
  };
}
