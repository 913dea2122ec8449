/** Decodes PNG and WebP with photon (Rust, compiled to WebAssembly). */
import type { PixelCodec } from "../variation/image/index.ts";

type Pointer = number;

/** What of photon is called. A list of bytes is handed over as its address and length. */
type Photon = {
  readonly memory: WebAssembly.Memory;
  readonly __wbindgen_malloc: (bytes: number, alignment: number) => Pointer;
  readonly photonimage_new_from_byteslice: (bytes: Pointer, length: number) => Pointer;
  readonly photonimage_get_width: (image: Pointer) => number;
  readonly photonimage_get_height: (image: Pointer) => number;
  readonly photonimage_get_raw_pixels: (image: Pointer) => [Pointer, number];
};

/**
 * photon's own wrapper keeps one instance for ever, whose memory never shrinks and which is of no use
 * once it has trapped on a damaged file. So each picture gets an instance of its own, and its pixels
 * are read where they lie. Decoding calls none of the browser functions that photon imports.
 */
function newInstance(photon: WebAssembly.Module): Photon {
  const imports: Record<string, Record<string, () => void>> = {};
  for (const { module, name, kind } of WebAssembly.Module.imports(photon)) {
    if (kind !== "function") continue;
    imports[module] ??= {};
    imports[module][name] = () => undefined;
  }
  return new WebAssembly.Instance(photon, imports).exports as unknown as Photon;
}

export const photonCodecOf = (photon: WebAssembly.Module): PixelCodec => ({
  decode(bytes) {
    const { memory, ...calls } = newInstance(photon);
    const copy = calls.__wbindgen_malloc(bytes.length, 1);
    new Uint8Array(memory.buffer, copy, bytes.length).set(bytes);
    const image = calls.photonimage_new_from_byteslice(copy, bytes.length);
    const width = calls.photonimage_get_width(image);
    const height = calls.photonimage_get_height(image);
    const [at, length] = calls.photonimage_get_raw_pixels(image);
    if (length !== width * height * 4) throw new Error("photon gave a picture of another size");
    return { width, height, rgba: new Uint8Array(memory.buffer, at, length) };
  },
});
