/**
 * A backtracking matcher that counts its steps: how much work an expression is on a text, told without a clock.
 * It reads what this project's expressions are made of (with the flag u), and finds what RegExp finds.
 */

export interface Found {
  readonly start: number;
  readonly end: number;
}

/** Every match of an expression in a text, from left to right, and how many characters were compared. */
export function countSteps(
  source: string,
  flags: string,
  text: string,
): { found: Found[]; steps: number } {
  const machine = new Machine(text, flags);
  const program = new Parser(source).parse();
  const found: Found[] = [];
  for (let at = 0; at <= text.length; ) {
    let end = -1;
    const matched = machine.run(program, at, 1, (to) => {
      end = to;
      return true;
    });
    if (matched) found.push({ start: at, end });
    at = Math.max(matched ? end : 0, at + (matched && end > at ? 0 : widthAt(text, at)));
  }
  return { found, steps: machine.steps };
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

type Node =
  | { readonly kind: "char"; readonly test: string }
  | { readonly kind: "any"; readonly of: readonly (readonly Node[])[] }
  | { readonly kind: "group"; readonly of: Node; readonly name: string }
  | { readonly kind: "back"; readonly name: string }
  | { readonly kind: "look"; readonly of: Node; readonly not: boolean; readonly behind: boolean }
  | { readonly kind: "edge"; readonly sign: string }
  | {
      readonly kind: "repeat";
      readonly of: Node;
      readonly least: number;
      readonly most: number;
      readonly lazy: boolean;
    };

class Parser {
  private at = 0;
  private groups = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  parse(): Node {
    const node = this.alternatives();
    if (this.at < this.source.length) throw new Error(`Not read: ${this.source.slice(this.at)}`);
    return node;
  }

  private take(words: string): boolean {
    const here = this.source.startsWith(words, this.at);
    if (here) this.at += words.length;
    return here;
  }

  private alternatives(): Node {
    const of: Node[][] = [[]];
    while (this.at < this.source.length && this.source[this.at] !== ")") {
      if (this.take("|")) of.push([]);
      else of[of.length - 1]?.push(this.repeated());
    }
    return { kind: "any", of };
  }

  private repeated(): Node {
    const node = this.atom();
    const match = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(this.source.slice(this.at));
    if (match === null) return node;
    this.at += match[0].length;
    const [sign, low, comma, high] = match;
    const least = low === undefined ? (sign === "+" ? 1 : 0) : Number(low);
    const open = low === undefined ? sign !== "?" : comma === "," && high === "";
    const most = open ? Number.POSITIVE_INFINITY : low === undefined ? 1 : Number(high || low);
    return { kind: "repeat", of: node, least, most, lazy: this.take("?") };
  }

  private atom(): Node {
    for (const [sign, behind, not] of [
      ["(?<=", true, false],
      ["(?<!", true, true],
      ["(?=", false, false],
      ["(?!", false, true],
    ] as const) {
      if (this.take(sign)) return { kind: "look", of: this.closed(), not, behind };
    }
    if (this.take("(?:")) return this.closed();
    const named = /^\(\?<(\w+)>/.exec(this.source.slice(this.at));
    if (named !== null) {
      this.at += named[0].length;
      this.groups++;
      return { kind: "group", name: named[1] ?? "", of: this.closed() };
    }
    if (this.take("(")) {
      this.groups++;
      const name = String(this.groups);
      return { kind: "group", name, of: this.closed() };
    }
    for (const sign of ["^", "$", "\\b", "\\B"]) if (this.take(sign)) return { kind: "edge", sign };
    const back = /^\\(?:k<(\w+)>|([1-9]))/.exec(this.source.slice(this.at));
    if (back !== null) {
      this.at += back[0].length;
      return { kind: "back", name: back[1] ?? back[2] ?? "" };
    }
    const one =
      /^(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[0-9a-f]+\}|\\u[0-9a-f]{4}|\\.|[^\\])/isu.exec(
        this.source.slice(this.at),
      );
    if (one === null) throw new Error(`Not read: ${this.source.slice(this.at)}`);
    this.at += one[0].length;
    return { kind: "char", test: one[0] };
  }

  private closed(): Node {
    const node = this.alternatives();
    if (!this.take(")")) throw new Error("A group is not closed.");
    return node;
  }
}

type Next = (at: number) => boolean;

const tests = new Map<string, (char: string) => boolean>();

/** Whether one character is of a class: RegExp's own word for it, kept. */
function testOf(source: string, flags: string): (char: string) => boolean {
  const key = `${flags} ${source}`;
  const kept = tests.get(key);
  if (kept !== undefined) return kept;
  const pattern = new RegExp(
    `^(?:${source})$`,
    flags.includes("i") ? "isu" : flags.includes("s") ? "su" : "u",
  );
  const dot = source === "." && !flags.includes("s");
  const known = new Map<string, boolean>();
  const test = (char: string) => {
    const before = known.get(char);
    if (before !== undefined) return before;
    const is = dot ? !/[\n\r\u2028\u2029]/.test(char) : pattern.test(char);
    known.set(char, is);
    return is;
  };
  tests.set(key, test);
  return test;
}

class Machine {
  steps = 0;
  private groups = new Map<string, string>();
  private readonly text: string;
  private readonly flags: string;

  constructor(text: string, flags: string) {
    this.text = text;
    this.flags = flags;
  }

  run(node: Node, at: number, dir: 1 | -1, next: Next): boolean {
    switch (node.kind) {
      case "char": {
        const char = this.charAt(at, dir);
        this.steps++;
        return char !== "" && testOf(node.test, this.flags)(char) && next(at + dir * char.length);
      }
      case "any": {
        // One look tells which of many words can begin here, as engines do it.
        this.steps++;
        const char = this.charAt(at, dir);
        return node.of.some((list) => {
          const first = list.at(dir === 1 ? 0 : -1);
          if (first?.kind === "char" && (char === "" || !testOf(first.test, this.flags)(char))) {
            return false;
          }
          return this.all(list, dir === 1 ? 0 : list.length - 1, at, dir, next);
        });
      }
      case "group":
        return this.run(node.of, at, dir, (to) => {
          const before = this.groups.get(node.name);
          this.groups.set(node.name, this.text.slice(Math.min(at, to), Math.max(at, to)));
          if (next(to)) return true;
          if (before === undefined) this.groups.delete(node.name);
          else this.groups.set(node.name, before);
          return false;
        });
      case "back": {
        const said = this.groups.get(node.name) ?? "";
        const from = dir === 1 ? at : at - said.length;
        this.steps += said.length;
        const here = this.text.slice(from, from + said.length);
        const same = this.flags.includes("i")
          ? here.toLowerCase() === said.toLowerCase()
          : here === said;
        return same && next(at + dir * said.length);
      }
      case "look": {
        const seen = this.run(node.of, at, node.behind ? -1 : 1, () => true);
        return seen !== node.not && next(at);
      }
      case "edge":
        this.steps++;
        return this.isEdge(node.sign, at) && next(at);
      case "repeat":
        return this.repeat(node, at, dir, 0, next);
    }
  }

  private all(list: readonly Node[], i: number, at: number, dir: 1 | -1, next: Next): boolean {
    const node = list[i];
    return node === undefined
      ? next(at)
      : this.run(node, at, dir, (to) => this.all(list, i + dir, to, dir, next));
  }

  private repeat(
    node: Extract<Node, { kind: "repeat" }>,
    at: number,
    dir: 1 | -1,
    times: number,
    next: Next,
  ): boolean {
    const more = () =>
      times < node.most &&
      this.run(node.of, at, dir, (to) =>
        to === at && times >= node.least ? false : this.repeat(node, to, dir, times + 1, next),
      );
    if (times < node.least) return more();
    return node.lazy ? next(at) || more() : more() || next(at);
  }

  private charAt(at: number, dir: 1 | -1): string {
    if (dir === 1)
      return at < this.text.length ? this.text.slice(at, at + widthAt(this.text, at)) : "";
    if (at <= 0) return "";
    const low = at >= 2 && /[\ud800-\udbff]/.test(this.text.charAt(at - 2));
    return low && /[\udc00-\udfff]/.test(this.text.charAt(at - 1))
      ? this.text.slice(at - 2, at)
      : this.text.slice(at - 1, at);
  }

  private isEdge(sign: string, at: number): boolean {
    const lines = this.flags.includes("m");
    if (sign === "^") return at === 0 || (lines && this.text[at - 1] === "\n");
    if (sign === "$") return at === this.text.length || (lines && this.text[at] === "\n");
    const word = (i: number) => /^\w$/.test(this.text.charAt(i));
    return (word(at - 1) !== word(at)) === (sign === "\\b");
  }
}
