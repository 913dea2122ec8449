import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  baseFromJpeg,
  ImageRefused,
  probeImage,
  uprightSize,
} from "../../../../src/variation/image/index.ts";
import { segment } from "../../../../src/variation/image/jpeg/write-headers.ts";
import { concat } from "../../../../src/variation/image/vary/vary.ts";
import { decode, difference } from "./decode.ts";
import { grayJpeg, jpeg, sample } from "./samples.ts";

const bytesOf = async (image: { toBuffer(): Promise<Buffer> }) =>
  new Uint8Array(await image.toBuffer());

/** The reason a file is refused for, or `undefined` where it is taken. */
function refusal(bytes: Uint8Array): string | undefined {
  try {
    probeImage(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof ImageRefused) {
      expect(error.message).toMatch(/^[A-Z].*\.$/);
      return error.reason;
    }
    throw error;
  }
}

const text = (content: string) => new TextEncoder().encode(content);

/** Overwrites the first place where `mark` stands, `skip` bytes after it. */
function patched(bytes: Uint8Array, mark: number[], skip: number, values: number[]): Uint8Array {
  const copy = bytes.slice();
  const at = copy.findIndex((_, i) => mark.every((value, j) => copy[i + j] === value));
  copy.set(values, at + mark.length + skip);
  return copy;
}

const samples: Record<string, () => Promise<Uint8Array>> = {
  "baseline JPEG": () => jpeg(37, 23),
  "progressive JPEG": () => jpeg(37, 23, { progressive: true, optimiseCoding: true }),
  "gray JPEG": () => bytesOf(sample(37, 23).toColourspace("b-w").jpeg()),
  PNG: () => bytesOf(sample(37, 23).png()),
  "palette PNG": () => bytesOf(sample(37, 23).png({ palette: true, colours: 16 })),
  "interlaced PNG": () => bytesOf(sample(37, 23).png({ progressive: true })),
  "lossy WebP": () => bytesOf(sample(37, 23).webp()),
  "lossless WebP": () => bytesOf(sample(37, 23).webp({ lossless: true })),
  "WebP with alpha": () => bytesOf(sample(37, 23).ensureAlpha(0.5).webp()),
};

describe("what a file is", () => {
  test.each(Object.entries(samples))("a %s tells its type and size", async (name, make) => {
    const header = probeImage(await make());
    expect(header).toMatchObject({ width: 37, height: 23, orientation: 1 });
    expect(name.toLowerCase()).toContain(header.type);
  });

  test("progressive and interlaced are told apart from plain", async () => {
    expect(probeImage(await jpeg(8, 8)).progressive).toBe(false);
    expect(probeImage(await jpeg(8, 8, { progressive: true })).progressive).toBe(true);
    expect(probeImage(await bytesOf(sample(8, 8).png({ progressive: true }))).progressive).toBe(
      true,
    );
  });

  test("channels are counted", async () => {
    expect(probeImage(await bytesOf(sample(8, 8).toColourspace("b-w").jpeg())).components).toBe(1);
    expect(probeImage(await jpeg(8, 8)).components).toBe(3);
    expect(probeImage(await bytesOf(sample(8, 8).ensureAlpha(0.5).png())).components).toBe(4);
    expect(probeImage(await bytesOf(sample(8, 8).ensureAlpha(0.5).webp())).components).toBe(4);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "orientation %i is read in every format",
    async (orientation) => {
      const turned = sample(48, 32).withMetadata({ orientation });
      const files = [turned.clone().jpeg(), turned.clone().webp(), turned.clone().png()];
      for (const file of files) {
        const header = probeImage(await bytesOf(file));
        expect(header.orientation).toBe(orientation);
        expect(uprightSize(header)).toEqual(
          orientation >= 5 ? { width: 32, height: 48 } : { width: 48, height: 32 },
        );
      }
    },
  );

  test.each([
    [2, { width: 40, height: 29 }],
    [7, { width: 24, height: 40 }],
  ] as const)(
    "orientation %i of a gray JPEG cuts its mirrored sides by blocks",
    async (o, size) => {
      const header = probeImage(await grayJpeg(41, 29));
      expect(uprightSize({ ...header, orientation: o })).toEqual(size);
    },
  );

  test("a 16-bit PNG says so", async () => {
    const file = await bytesOf(sample(8, 8).toColourspace("rgb16").png());
    expect(probeImage(file).bitsPerSample).toBe(16);
  });
});

describe("what phones make", () => {
  test.each([
    [4080, 3072],
    [4096, 3072],
    [5712, 4284],
    [8064, 6048],
  ])("of %i × %i pixels is taken", async (width, height) => {
    const size = [height >> 8, height & 255, width >> 8, width & 255];
    const header = probeImage(patched(await jpeg(37, 23), [0xff, 0xc0], 3, size));
    expect(header).toMatchObject({ width, height });
  });

  test("as HEIC is refused with a way to a JPEG on that phone", () => {
    for (const brand of ["ftypheic", "ftypmif1"]) {
      expect(() => probeImage(text(`\0\0\0\u0018${brand}`))).toThrow(/iPhone.*Most Compatible/);
    }
  });

  /** An EXIF block whose only entry is the orientation, as any type of number. */
  const exif = (orientation: number, type: 3 | 4, little: boolean) => {
    const block = new DataView(new ArrayBuffer(26));
    block.setUint16(0, little ? 0x4949 : 0x4d4d);
    block.setUint16(2, 42, little);
    block.setUint32(4, 8, little);
    block.setUint16(8, 1, little);
    block.setUint16(10, 0x0112, little);
    block.setUint16(12, type, little);
    block.setUint32(14, 1, little);
    if (type === 3) block.setUint16(18, orientation, little);
    else block.setUint32(18, orientation, little);
    return segment(0xe1, [...text("Exif\0\0"), ...new Uint8Array(block.buffer)]);
  };

  const withSegments = (file: Uint8Array, ...segments: Uint8Array[]) =>
    concat([file.subarray(0, 2), ...segments, file.subarray(2)]);

  test.each([
    [3, true],
    [3, false],
    [4, true],
    [4, false],
  ] as const)(
    "has its orientation read as a number of type %i, little-endian %s",
    async (type, little) => {
      const file = withSegments(await jpeg(37, 23), exif(6, type, little));
      expect(probeImage(file).orientation).toBe(6);
    },
  );

  test("is upright by the first of two EXIF blocks that says how", async () => {
    const file = await jpeg(37, 23);
    expect(probeImage(withSegments(file, exif(6, 3, true), exif(1, 3, true))).orientation).toBe(6);
    expect(probeImage(withSegments(file, exif(0, 3, true), exif(8, 3, true))).orientation).toBe(8);
  });

  test("is taken with zero bytes between two segments, as browsers take it", async () => {
    const file = withSegments(await jpeg(37, 23), exif(1, 3, true), Uint8Array.of(0, 0));
    const { bytes } = baseFromJpeg(file, probeImage(file));
    expect(difference(await decode(await jpeg(37, 23)), await decode(bytes)).most).toBe(0);
  });

  test("is taken where the checksum of a mere note is wrong", async () => {
    const file = await bytesOf(sample(37, 23).withMetadata({ density: 72 }).png());
    const at = Buffer.from(file).indexOf("pHYs");
    expect(at).toBeGreaterThan(0);
    expect(refusal(patched(file, [...text("pHYs")], 0, [9]))).toBeUndefined();
  });
});

describe("what is refused", () => {
  test.each(Object.entries(samples))("a %s cut off anywhere is truncated", async (_, make) => {
    const bytes = await make();
    for (let length = 1; length < bytes.length; length++) {
      expect(refusal(bytes.subarray(0, length))).toBe("image-truncated");
    }
    expect(refusal(bytes)).toBeUndefined();
  });

  test("an empty file", () => expect(refusal(new Uint8Array(0))).toBe("image-empty"));

  test.each([
    ["SVG", "<svg xmlns='http://www.w3.org/2000/svg'/>"],
    ["SVG after a declaration", "\n<?xml version='1.0'?><svg/>"],
    ["GIF", "GIF89a......"],
    ["PDF", "%PDF-1.7"],
    ["HEIC", "\0\0\0\u0018ftypheic"],
    ["another RIFF file", "RIFF\0\0\0\0WAVEfmt "],
    ["text", "hello"],
  ])("%s by its bytes, whatever it is called", (_, content) => {
    expect(refusal(text(content))).toBe("image-type-unsupported");
  });

  test("a polyglot is what it starts as", () => {
    expect(refusal(text("GIF89a/*\u00ff\u00d8\u00ff*/"))).toBe("image-type-unsupported");
  });

  test("a bomb, by the size its header claims", async () => {
    const huge = [0xea, 0x60];
    const bomb = patched(await jpeg(37, 23), [0xff, 0xc0], 3, [...huge, ...huge]);
    expect(refusal(bomb)).toBe("image-too-large");
    const sized = (high: number, broad: number) => [high >> 8, high & 255, broad >> 8, broad & 255];
    const tall = patched(await jpeg(37, 23), [0xff, 0xc0], 3, sized(6121, 8170));
    expect(() => probeImage(tall)).toThrow("has 50.1 megapixels; the limit for JPEG is 50 mega");
    const webp = await bytesOf(sample(37, 23).webp());
    const wide = patched(webp, [0x9d, 0x01, 0x2a], 0, [0xff, 0x3f, 0xff, 0x3f]);
    expect(() => probeImage(wide)).toThrow("the limit for WebP is 6 megapixels");
  });

  test("CMYK", async () => {
    const file = await bytesOf(sample(16, 16).toColourspace("cmyk").jpeg());
    expect(refusal(file)).toBe("image-colour-unsupported");
  });

  test("arithmetic, lossless and 12-bit JPEG", async () => {
    const file = await jpeg(16, 16);
    const frame = file.findIndex((byte, i) => byte === 0xff && file[i + 1] === 0xc0);
    for (const code of [0xc3, 0xc9, 0xca]) {
      const other = file.slice();
      other[frame + 1] = code;
      expect(refusal(other)).toBe("image-coding-unsupported");
    }
    expect(refusal(patched(file, [0xff, 0xc0], 2, [12]))).toBe("image-coding-unsupported");
  });

  test("a side of 0 pixels", async () => {
    expect(refusal(patched(await jpeg(16, 16), [0xff, 0xc0], 3, [0, 0]))).toBe("image-damaged");
  });

  test("an animated WebP", async () => {
    const frames = await sample(16, 32).raw().toBuffer();
    const { default: sharp } = await import("sharp");
    const raw = { width: 16, height: 32, channels: 3 as const, pageHeight: 16 };
    const file = new Uint8Array(await sharp(frames, { raw }).webp({ loop: 0 }).toBuffer());
    expect(refusal(file)).toBe("image-coding-unsupported");
  });

  test("a flipped bit in the picture of a PNG", async () => {
    const file = await bytesOf(sample(16, 16).png());
    for (let at = Buffer.from(file).indexOf("IDAT"); at < file.length - 12; at += 7) {
      const flipped = file.slice();
      flipped[at] = (flipped[at] as number) ^ 4;
      expect(refusal(flipped)).toMatch(/image-(damaged|truncated)/);
    }
  });
});

describe("any bytes at all", () => {
  test("are taken or refused with a reason, never anything else", async () => {
    const whole = await Promise.all(Object.values(samples).map((make) => make()));
    const flips = fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...whole), flips, (file, changes) => {
        const copy = file.slice();
        for (const [at, value] of changes) copy[at % copy.length] = value;
        refusal(copy);
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void refusal(bytes)));
  });
});
