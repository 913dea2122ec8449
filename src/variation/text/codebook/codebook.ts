import type { Row } from "../plan.ts";

/** The wordings that may be handed out, and to whom; plain JSON. */
export interface Codebook {
  readonly format: 1;
  readonly seed: string;
  readonly rows: readonly Row[];
  /** The rows kept for each team, by index into `rows`. */
  readonly teams: readonly { readonly key: string; readonly rows: readonly number[] }[];
  /** Rows of nobody yet: for senders who join when their team's rows are gone. */
  readonly spare: readonly number[];
}

export const CODEBOOK_FORMAT = 1;

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";

/**
 * A compact string: JSON with each row packed into one character a choice, its draft first. Options
 * and drafts are below 36 by the limits of the markup.
 */
export function encodeCodebook(codebook: Codebook): string {
  return JSON.stringify({
    ...codebook,
    rows: codebook.rows.map(encodeRow).join(","),
    teams: codebook.teams.map(({ key, rows }) => [key, ...rows]),
  });
}

/** The inverse of encodeCodebook. Throws a RangeError for what is not a codebook of this format. */
export function decodeCodebook(text: string): Codebook {
  const raw: unknown = JSON.parse(text);
  if (!isEncoded(raw)) throw new RangeError(`Not a codebook of format ${CODEBOOK_FORMAT}.`);
  return {
    format: CODEBOOK_FORMAT,
    seed: raw.seed,
    rows: raw.rows === "" ? [] : raw.rows.split(",").map(decodeRow),
    teams: raw.teams.map(([key, ...rows]) => ({ key: String(key), rows: rows.map(Number) })),
    spare: raw.spare,
  };
}

/** One row as a short string, for storing with an assignment. */
export function encodeRow(row: Row): string {
  return [row.draft, ...row.choices].map((n) => DIGITS[n] ?? invalid()).join("");
}

export function decodeRow(text: string): Row {
  const [draft = invalid(), ...choices] = [...text].map((char) => {
    const digit = DIGITS.indexOf(char);
    return digit < 0 ? invalid() : digit;
  });
  return { draft, choices };
}

function invalid(): never {
  throw new RangeError("Not a codebook row.");
}

interface Encoded {
  readonly seed: string;
  readonly rows: string;
  readonly teams: readonly (readonly (string | number)[])[];
  readonly spare: readonly number[];
}

function isEncoded(raw: unknown): raw is Encoded {
  if (typeof raw !== "object" || raw === null) return false;
  const { format, seed, rows, teams, spare } = raw as Record<string, unknown>;
  return (
    format === CODEBOOK_FORMAT &&
    typeof seed === "string" &&
    typeof rows === "string" &&
    Array.isArray(teams) &&
    teams.every(Array.isArray) &&
    Array.isArray(spare)
  );
}
