import sharp, { type Sharp } from "sharp";

/** A poster without texture, or with little of it, drawn at a size that phones and design tools give. */
export type Poster = { readonly name: string; readonly svg: string };

const [width, height] = [1242, 1656];
/** Where a photo is put into the poster that has one. */
export const INSET = { left: 120, top: 620, width: 1002, height: 640 } as const;

const drawing = (ground: string, inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans"><rect width="100%" height="100%" fill="${ground}"/>${inside}</svg>`;

const text = (x: number, y: number, size: number, fill: string, letters: string, more = "") =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" ${more}>${letters}</text>`;

/** A headline, three lines below it and a foot, as most posters have them. */
const words = (head: string, body: string) =>
  [
    text(96, 300, 104, head, "Autumn offer", 'font-weight="bold"'),
    text(96, 400, 46, body, "Only what you need, at 3.5 %"),
    text(96, 1380, 34, body, "From 30 August in every branch: ask your adviser"),
    text(96, 1440, 34, body, "about plan A, B or C. Terms apply."),
  ].join("");

const gradient = (kind: "linear" | "radial", stops: readonly string[], turn = 'x2="0" y2="1"') => {
  const parts = stops.map(
    (colour, i) => `<stop offset="${i / (stops.length - 1)}" stop-color="${colour}"/>`,
  );
  const attributes = kind === "linear" ? turn : 'cx="0.4" cy="0.35" r="0.9"';
  return `<defs><${kind}Gradient id="g" ${attributes}>${parts.join("")}</${kind}Gradient></defs><rect width="100%" height="100%" fill="url(#g)"/>`;
};

function table(): string {
  const cells: string[] = [];
  for (let row = 0; row < 22; row++) {
    const y = 220 + row * 60;
    cells.push(`<rect x="60" y="${y}" width="1122" height="1.5" fill="#c8ccd0"/>`);
    ["Plan", "Monthly", "Years", "Cover"].forEach((head, column) => {
      const value = row === 0 ? head : `${(row * 37 + column * 113) % 900}.${row % 10}0`;
      cells.push(text(80 + column * 280, y + 40, 26, row === 0 ? "#111" : "#333", value));
    });
  }
  return text(60, 130, 48, "#111", "Tariffs of the season") + cells.join("");
}

function chat(): string {
  const bubbles = Array.from({ length: 9 }, (_, i) => {
    const isOwn = i % 3 === 1;
    const y = 180 + i * 150;
    const x = isOwn ? 372 : 132;
    const fill = isOwn ? "#95ec69" : "#ffffff";
    return `<rect x="${isOwn ? 1122 : 32}" y="${y}" width="84" height="84" rx="10" fill="#7a93ac"/><rect x="${x}" y="${y}" width="730" height="104" rx="12" fill="${fill}"/>${text(x + 28, y + 64, 36, "#191919", "When does the offer end, please?")}`;
  });
  return `<rect width="100%" height="130" fill="#ededed"/>${text(520, 88, 42, "#111", "Service")}<rect y="129" width="100%" height="1" fill="#d5d5d5"/>${bubbles.join("")}`;
}

const denseType = (fill: string, size: number, pitch: number) => {
  const line =
    "Savings for every family from 30 August: ask your adviser about plan A, at 3.5 % a year. ";
  const long = line.repeat(Math.ceil(90 / size));
  return Array.from({ length: Math.floor(1500 / pitch) }, (_, i) =>
    text(60, 90 + i * pitch, size, fill, `${i + 1}. ${long}`),
  ).join("");
};

const shapes = `<circle cx="930" cy="420" r="240" fill="#f2b134"/><path d="M0 1100 Q400 900 760 1120 T1242 1060 V1656 H0Z" fill="#2f7f79"/><path d="M0 1260 Q420 1080 820 1290 T1242 1220 V1656 H0Z" fill="#1d5d63"/>`;

export const posters: readonly Poster[] = [
  { name: "teal", svg: drawing("#cce3de", words("#22577a", "#38a3a5")) },
  { name: "pastel", svg: drawing("#f6d6e0", words("#7d4f6d", "#9a6b89")) },
  { name: "near black", svg: drawing("#15161a", words("#e8d9a0", "#a9a28c")) },
  { name: "black", svg: drawing("#000", words("#ffd400", "#cfcfcf")) },
  { name: "gray", svg: drawing("#808080", words("#1c1c1c", "#efefef")) },
  {
    name: "linear gradient",
    svg: drawing("#fff", gradient("linear", ["#7cc6fe", "#e6f4ff"]) + words("#0b3c5d", "#1d4e6f")),
  },
  {
    name: "radial gradient",
    svg: drawing("#fff", gradient("radial", ["#5b2a86", "#1a0b2e"]) + words("#f5e6ff", "#c9b3e0")),
  },
  {
    name: "shallow gradient",
    svg: drawing(
      "#fff",
      gradient("linear", ["#eef1ea", "#e4e9de"], 'x2="1" y2="1"') + words("#3b4a3f", "#5f6f63"),
    ),
  },
  { name: "shapes", svg: drawing("#f3ead7", shapes + words("#12355b", "#33475b")) },
  { name: "white with type", svg: drawing("#fff", words("#b3202c", "#333")) },
  { name: "small type on white", svg: drawing("#fff", denseType("#222", 22, 27)) },
  { name: "small type on sand", svg: drawing("#d9c9a8", denseType("#4a3b28", 22, 27)) },
  { name: "fine print on white", svg: drawing("#fff", denseType("#777", 11, 11.5)) },
  { name: "fine print on sand", svg: drawing("#d9c9a8", denseType("#8a7a62", 11, 11.5)) },
  { name: "table", svg: drawing("#fff", table()) },
  { name: "screenshot", svg: drawing("#f5f5f5", chat()) },
  { name: "photo on cream", svg: drawing("#f4ecd8", words("#5c4033", "#7a5c4d")) },
];

/** A poster's pixels; `photo` lies in the one that has a place for it. */
export function drawn({ name, svg }: Poster, photo: Buffer): Sharp {
  const image = sharp(Buffer.from(svg)).flatten({ background: "#fff" });
  return name.startsWith("photo")
    ? image.composite([{ input: photo, left: INSET.left, top: INSET.top }])
    : image;
}
