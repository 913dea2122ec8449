/** A drawn tree as an SVG: names where there is room for them, sizes by how many came through. */
import type { DrawnTree } from "./layout.ts";

export type TreeLabels = {
  /** What the picture shows, for whoever cannot see it. */
  readonly title: string;
  readonly description: string;
  /** What a drawn node is called; "" draws none. */
  name(node: number): string;
  /** How many readers came through a node, of the people at and below it: 0 is not told. */
  through(node: number, people: number): number;
  /** What a mark says that stands for so many people. */
  rest(people: number): string;
  /** A node that began its tree. */
  isSender(node: number): boolean;
  /** Drawn on a dark ground for whoever sees their screen so; else on white, as for paper. */
  followsScheme: boolean;
};

/** Letters of a name that fit into a column; one of a wide script takes two. */
const columnLetters = 15;
/** What a letter of the drawing's type takes at most on the average, and what is left free beside a name; px. */
const letterRoom = 7.2;
const gap = 4;
const line = "#b9c2c8";
const sender = "#0b6e4f";
const viewer = "#1c5d99";
const rest = "#6b7680";
const ink = "#1d2429";
/** The same on the console's dark ground. */
const darkStyle =
  "<style>@media (prefers-color-scheme: dark){rect{fill:#1e2123}path{stroke:#4d555a}" +
  "g{fill:#e5e2dc;stroke:#1e2123}.rest{fill:#a29c92}.sender{fill:#86c9b8}.viewer{fill:#8fbce6}}</style>";

/** Stands by itself: no script, no font, no address of anybody else's. */
export function treeSvg({ width, height, nodes }: DrawnTree, labels: TreeLabels): string {
  const said = nodes.map(({ node, people }) => {
    if (node === null) return { radius: 0, label: labels.rest(people) };
    const radius = 3 + Math.min(6, Math.log2(people));
    const through = labels.through(node, people);
    const count = through > 0 ? ` ${through}` : "";
    return { radius, label: `${shortened(labels.name(node))}${count}` };
  });
  const endOf = (place: number) => {
    const { radius, label } = said[place] ?? { radius: 0, label: "" };
    return (nodes[place]?.x ?? 0) + (radius && radius + gap) + lettersOf(label) * letterRoom + gap;
  };
  // Lines bend behind the longest name of their column, and so cross none.
  const bends = new Map<number, number>();
  for (const [place, { x }] of nodes.entries()) {
    bends.set(x, Math.max(bends.get(x) ?? 0, endOf(place)));
  }
  const edges = nodes.flatMap(({ parent, x, y }, place) => {
    const from = parent === null ? undefined : nodes[parent];
    if (!from || parent === null) return [];
    const to = x - (said[place]?.radius || gap);
    const bend = Math.min(bends.get(from.x) ?? 0, to);
    const middle = (bend + to) / 2;
    return [
      `M${at(Math.min(endOf(parent), bend))} ${at(from.y)}H${at(bend)}C${at(middle)} ${at(from.y)} ${at(middle)} ${at(y)} ${at(to)} ${at(y)}`,
    ];
  });
  const marks = nodes.map(({ node, x, y }, place) => {
    const { radius, label } = said[place] ?? { radius: 0, label: "" };
    if (node === null) {
      return `<text x="${at(x)}" y="${at(y + 4)}" class="rest" fill="${rest}">${escaped(label)}</text>`;
    }
    const isSender = labels.isSender(node);
    const colour = isSender ? sender : viewer;
    return `<circle cx="${at(x)}" cy="${at(y)}" r="${at(radius)}" class="${isSender ? "sender" : "viewer"}" fill="${colour}"/><text x="${at(x + radius + gap)}" y="${at(y + 4)}">${escaped(label)}</text>`;
  });
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="img" aria-labelledby="t d">`,
    `<title id="t">${escaped(labels.title)}</title><desc id="d">${escaped(labels.description)}</desc>`,
    ...(labels.followsScheme ? [darkStyle] : []),
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<path d="${edges.join("")}" fill="none" stroke="${line}" stroke-width="1.2"/>`,
    `<g font-family="system-ui,-apple-system,'PingFang SC','Microsoft YaHei',sans-serif" font-size="12" fill="${ink}" stroke="#fff" stroke-width="3" paint-order="stroke" stroke-linejoin="round">`,
    ...marks.map((mark) => mark.replace("<circle ", '<circle stroke-width="1" ')),
    "</g></svg>",
  ].join("\n");
}

const at = (value: number) => String(Math.round(value * 10) / 10);

/** As much of a name as a column holds; a mark stays with the letter it stands on. */
function shortened(name: string): string {
  let room = columnLetters;
  let text = "";
  for (const [segment] of name.matchAll(/\P{M}\p{M}*/gu)) {
    room -= lettersOf(segment);
    if (room < 0) return `${text}…`;
    text += segment;
  }
  return text;
}

/** How many letters' room a text takes; a mark stands with the letter before it. */
function lettersOf(text: string): number {
  const letters = text.replace(/\p{M}/gu, "");
  return Array.from(letters).reduce((sum, each) => sum + (wide.test(each) ? 2 : 1), 0);
}

const wide = /[\u2e80-\uffef]|[\u{1f000}-\u{1ffff}]/u;
const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  // What XML does not allow at all would make the whole picture unreadable.
  const allowed = Array.from(text).filter(
    (letter) => letter >= " " && !/[\ufffe\uffff]/.test(letter),
  );
  return allowed.join("").replace(/[&<>"]/g, (letter) => entities[letter] ?? "");
}
