/**
 * Rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read the Chinese in it. A cell
 * that a spreadsheet would take for a formula is made text by a leading apostrophe.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(cell).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
