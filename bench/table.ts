/** Measurements as a table for the terminal. */
import type { Measurement } from "./measure.ts";

/** @returns e.g. "1,234", "12.3", "0.0123": at least three significant digits, never an exponent */
export function formatValue(value: number): string {
  const digits = value === 0 ? 0 : 2 - Math.floor(Math.log10(Math.abs(value)));
  const fractionDigits = Math.min(Math.max(digits, 0), 9);
  return value.toLocaleString("en", { maximumFractionDigits: fractionDigits });
}

/** Says in words when a figure is over its budget. */
export function formatTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ what, value, unit, budget, before }) => [
    what,
    `${formatValue(value)} ${unit}`,
    [
      ...(before === undefined ? [] : [`before ${formatValue(before)} ${unit}`]),
      ...(budget === undefined
        ? []
        : [`${value <= budget ? "within" : "OVER"} ${formatValue(budget)} ${unit}`]),
    ].join(", "),
  ]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(([what = "", value = "", budget = ""]) =>
      `  ${what.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${budget}`.trimEnd(),
    )
    .join("\n");
}
