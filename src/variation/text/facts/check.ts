import type { Fault } from "../errors.ts";
import { flatten } from "../lexicon/cut.ts";
import { safeOrders } from "../order.ts";
import type { Choice, Node } from "../parse.ts";
import { protectedSequence, type Script } from "../protect/protect.ts";
import { differingFact, factsOf, MAY_BE_FACT } from "./facts.ts";

/** So much before and behind a slot is read with its options: a number may begin or end out there. */
const AROUND = 16;
/** Longer facts are named by their beginning. */
const NAMED = 24;

/**
 * Each option, in its place, must hold the same facts as the first: options that do not are faults that
 * name the fact. Reads every option once, with a little of what stands around it.
 */
export function factFaults(
  nodes: readonly Node[],
  brands: readonly string[],
  script: Script,
): Fault[] {
  const faults: Fault[] = [];
  const sharp = brands.filter((brand) => brand !== "");
  const around = Math.max(AROUND, ...sharp.map((brand) => brand.length));

  const visit = (list: readonly Node[], before: string, behind: string) => {
    const texts = list.map((node) => flatten([node]));
    const heads = headsOf(texts, behind, around);
    let lead = before;
    list.forEach((node, i) => {
      const next = heads[i + 1] ?? "";
      if (node.kind === "choice") check(node, lead, next);
      lead = (lead + (texts[i] ?? "")).slice(-around);
    });
  };

  const check = (node: Choice, before: string, behind: string) => {
    if (node.anyOrder) {
      const parts = node.options.map((part) => protectedSequence(flatten(part), brands, script));
      if (safeOrders(parts).length < 2) faults.push(fixedOrder(node.offset));
      for (const part of node.options) visit(part, "", "");
      return;
    }
    const said = (option: readonly Node[]) => before + flatten(option) + behind;
    const [first = []] = node.options;
    const known = factsOf(said(first), sharp);
    node.options.forEach((option, index) => {
      const text = said(option);
      if (index > 0 && (MAY_BE_FACT.test(text) || known.length > 0)) {
        const fact = differingFact(known, factsOf(text, sharp));
        if (fact) faults.push(changed(option[0]?.offset ?? node.offset, index, fact.text));
      }
      visit(option, before, behind);
    });
  };

  visit(nodes, "", "");
  return faults;
}

/** For each text, and behind the last, what follows before it: never more than `most` characters. */
function headsOf(texts: readonly string[], behind: string, most: number): string[] {
  const heads = new Array<string>(texts.length + 1);
  heads[texts.length] = behind.slice(0, most);
  for (let i = texts.length - 1; i >= 0; i--) {
    heads[i] = ((texts[i] ?? "") + (heads[i + 1] ?? "")).slice(0, most);
  }
  return heads;
}

function changed(offset: number, index: number, words: string): Fault {
  const chars = [...words];
  const named = chars.length > NAMED ? `${chars.slice(0, NAMED).join("")}…` : words;
  return {
    offset,
    code: "changes-facts",
    message:
      `Option ${index + 1} changes “${named}”: ` +
      "keep the same numbers, dates, links and names in every option.",
  };
}

function fixedOrder(offset: number): Fault {
  return {
    offset,
    code: "changes-facts",
    message:
      "In another order these parts would change the order of numbers or names: " +
      "leave those outside, or write {a|b} for alternatives.",
  };
}
