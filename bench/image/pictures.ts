import sharp, { type Sharp } from "sharp";

export type Picture = { readonly name: string; readonly jpeg: Uint8Array };

const SIZES = {
  "1.5 MP": { width: 1500, height: 1000 },
  "12 MP": { width: 4000, height: 3000 },
} as const;

/**
 * Photo-like: seven octaves of seeded noise in colour, coarse ones strong, with a dark skyline.
 *
 * @param grain what the sensor adds to each pixel, in levels.
 */
export async function photo(width: number, height: number, grain = 0): Promise<Sharp> {
  const layers: { octave: number; data: Buffer }[] = [];
  for (let octave = 0; octave < 7; octave++) {
    const columns = Math.min(width, 6 * 3 ** octave);
    const rows = Math.max(2, Math.round((columns * height) / width));
    const noise = seededBytes(columns * rows * 3, octave + 1);
    const data = await sharp(noise, { raw: { width: columns, height: rows, channels: 3 } })
      .resize(width, height, { kernel: "cubic", fit: "fill" })
      .raw()
      .toBuffer();
    layers.push({ octave, data });
  }
  const pixels = Buffer.alloc(width * height * 3);
  const sensor = seededBytes(grain > 0 ? pixels.length : 0, 99);
  for (let i = 0; i < pixels.length; i++) {
    let value = 128;
    for (const { octave, data } of layers)
      value += ((data[i] as number) - 128) * 0.55 * 0.56 ** octave;
    const row = Math.floor(i / 3 / width) / height;
    const noise = grain > 0 ? (((sensor[i] as number) - 128) / 128) * grain : 0;
    pixels[i] = Math.max(0, Math.min(255, value * (1.25 - 0.7 * row) + noise));
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** Colours of a poster. Tinted paper and soft type leave room for brightness to move everywhere. */
const INKS = {
  poster: {
    paper: "#ffffff",
    head: "#d8e9f5",
    sun: "#f2b134",
    title: "#12355b",
    text: "#333",
    foot: "#b3202c",
    last: "#fff",
  },
  "tinted poster": {
    paper: "#b9c4b0",
    head: "#9fb4c0",
    sun: "#c9a560",
    title: "#3f566b",
    text: "#4a4a4a",
    foot: "#8a5a58",
    last: "#d5c9c0",
  },
} as const;

/** A flat poster: paper, flat colours, large and small type, thin lines. */
function poster(kind: keyof typeof INKS, width: number, height: number): Sharp {
  const ink = INKS[kind];
  const u = width / 100;
  const v = height / 100;
  const lines = Array.from(
    { length: 9 },
    (_, i) =>
      `<text x="${8 * u}" y="${(52 + i * 4) * v}" font-size="${1.9 * u}" fill="${ink.text}">${i + 1}. Savings for every family, from 30 August: ask your adviser about plan ${String.fromCharCode(65 + i)}.</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans">
    <rect width="100%" height="100%" fill="${ink.paper}"/>
    <rect width="100%" height="${34 * v}" fill="${ink.head}"/>
    <circle cx="${82 * u}" cy="${18 * v}" r="${9 * u}" fill="${ink.sun}"/>
    <text x="${8 * u}" y="${20 * v}" font-size="${7 * u}" font-weight="bold" fill="${ink.title}">Autumn offer</text>
    <text x="${8 * u}" y="${29 * v}" font-size="${3 * u}" fill="${ink.title}">Only what you need, at 3.5 %</text>
    <rect x="${8 * u}" y="${40 * v}" width="${84 * u}" height="${0.3 * v}" fill="#999"/>
    ${lines.join("")}
    <rect y="${90 * v}" width="100%" height="${10 * v}" fill="${ink.foot}"/>
    <text x="${8 * u}" y="${96.5 * v}" font-size="${3 * u}" fill="${ink.last}">Terms apply.</text>
  </svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: "#fff" });
}

function seededBytes(count: number, seed: number): Buffer {
  const bytes = Buffer.alloc(count);
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

/** The pictures that every figure is given for, as JPEG of quality 92, 4:2:0. */
export async function pictures(): Promise<Picture[]> {
  const made: Picture[] = [];
  for (const [size, { width, height }] of Object.entries(SIZES)) {
    for (const [kind, image] of [
      ["photo", await photo(width, height)],
      ["grainy photo", await photo(width, height, 20)],
      ["poster", poster("poster", width, height)],
      ["tinted poster", poster("tinted poster", width, height)],
    ] as const) {
      const jpeg = new Uint8Array(await image.jpeg({ quality: 92 }).toBuffer());
      made.push({ name: `${kind} ${size}`, jpeg });
    }
  }
  return made;
}
