import type { Context } from "hono";
import { chooseLanguage } from "../../pages/shell/language.ts";

/**
 * Rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read the Chinese in it. A cell
 * that a spreadsheet would take for a formula is made text by a leading apostrophe.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(cell).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function cell(text: string): string {
  const safe = /(?:^|[\r\n])\s*[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** True where a caller would rather have CSV than JSON, by the weights of their Accept (RFC 9110, 12.5.1). */
export function prefersCsv(accept: string | undefined): boolean {
  return weightOf("text/csv", accept) > weightOf("application/json", accept);
}

function weightOf(type: string, accept = "*/*"): number {
  const [family] = type.split("/");
  const ranges = accept.split(",").map((range) => {
    const [name = "", ...parameters] = range
      .toLowerCase()
      .split(";")
      .map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="));
    return { name, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
  });
  // The narrowest range that fits speaks for the type.
  const fitting = [type, `${family}/*`, "*/*"].map((name) =>
    ranges.find((range) => range.name === name),
  );
  return fitting.find((range) => range !== undefined)?.weight ?? 0;
}

/** The language of what a table says in words: Chinese for who asks for it, as problems are told. */
export function tableLanguage(c: Context): "zh" | "en" {
  const accept = c.req.header("Accept-Language");
  return accept && chooseLanguage(accept) !== "en" ? "zh" : "en";
}

/** An answer as JSON, or as a table for who would rather have one. */
export function eitherWay<A>(c: Context, answer: A, csv: () => string): A | Response {
  if (!prefersCsv(c.req.header("Accept"))) return answer;
  return new Response(csv(), { headers: { "Content-Type": "text/csv; charset=utf-8" } });
}
