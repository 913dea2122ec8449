import { failedGates, type Gate, type GateRules } from "./gates/gates.ts";
import { flatten } from "./lexicon/cut.ts";
import { normalise } from "./normalise.ts";
import { parseDraft } from "./parse.ts";
import { findProtected, scriptOf } from "./protect/protect.ts";

/** A draft as a model may see it: protected spans replaced by marks that mean nothing. */
export interface MaskedDraft {
  /** What the author wrote, markup resolved to its first options. */
  readonly draft: string;
  /** The same with each protected span as ⟦1⟧, ⟦2⟧, … */
  readonly masked: string;
  /** The spans, in order. */
  readonly spans: readonly string[];
}

/** Hides a draft's facts behind marks. Throws a RangeError for markup that does not parse. */
export function maskDraft(source: string, brands: readonly string[] = []): MaskedDraft {
  const { nodes, faults } = parseDraft(source);
  if (faults.length > 0) throw new RangeError("The draft's markup needs mending first.");
  const draft = flatten(nodes);
  const found = findProtected(draft, brands, scriptOf(draft));
  let masked = "";
  let from = 0;
  found.forEach(({ start, end }, i) => {
    masked += `${draft.slice(from, start)}⟦${i + 1}⟧`;
    from = end;
  });
  return {
    draft,
    masked: masked + draft.slice(from),
    spans: found.map(({ start, end }) => draft.slice(start, end)),
  };
}

/** What a model is asked: whole rewordings, as JSON and nothing else. */
export function proposalPrompt({ masked }: MaskedDraft, count: number): string {
  return [
    `Reword the post below ${count} times, in its own language and voice, as a colleague would who posts it too.`,
    "Say the same: no new claim, number, name or promise, nothing left out, no negation or condition changed.",
    "Marks such as ⟦1⟧ stand for facts: keep every mark, once, in the same order. Keep the length.",
    'Answer with a JSON array of strings and nothing else, e.g. ["…", "…"].',
    "",
    masked,
  ].join("\n");
}

export type ProposalFault = Gate | "marks" | "same";

/** A whole rewording for a person to approve; `failed` names what is wrong with it. */
export interface Proposal {
  readonly text: string;
  readonly failed: readonly ProposalFault[];
}

export type Proposals =
  | { readonly ok: true; readonly proposals: readonly Proposal[] }
  | { readonly ok: false; readonly reason: "not-json" | "not-strings" };

/**
 * Reads a model's answer and judges each rewording: marks kept, then every gate on the unmasked text.
 * Nothing is mended: what fails is shown as failed, what is no JSON array of strings is refused whole.
 */
export function readProposals(
  masked: MaskedDraft,
  answer: string,
  rules: GateRules = {},
): Proposals {
  let raw: unknown;
  try {
    raw = JSON.parse(unfenced(answer));
  } catch {
    return { ok: false, reason: "not-json" };
  }
  if (!Array.isArray(raw) || !raw.every((item) => typeof item === "string")) {
    return { ok: false, reason: "not-strings" };
  }
  const seen = new Set([normalise(masked.draft)]);
  return { ok: true, proposals: raw.map((text: string) => judge(masked, text, seen, rules)) };
}

const MARK = /⟦(\d+)⟧/gu;

function judge(masked: MaskedDraft, text: string, seen: Set<string>, rules: GateRules): Proposal {
  const { draft, spans } = masked;
  const unmasked = text.replace(MARK, (mark, n: string) => spans[Number(n) - 1] ?? mark);
  const marks = [...text.matchAll(MARK)].map(([, n]) => Number(n));
  const kept = marks.length === spans.length && marks.every((n, i) => n === i + 1);
  const failed: ProposalFault[] = kept ? [] : ["marks"];
  failed.push(...failedGates(draft, unmasked, { ...rules, rewritten: true }));
  const wording = normalise(unmasked);
  if (seen.has(wording)) failed.push("same");
  seen.add(wording);
  return { text: unmasked, failed };
}

/** Models like to wrap JSON in a code fence; nothing else around it is forgiven. */
function unfenced(answer: string): string {
  return /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/u.exec(answer)?.[1] ?? answer;
}
