import { handedOut } from "../../src/storage/manifest.ts";
import type { KeptFields } from "../../src/usecases/viewers/held-view.ts";

/** What may be kept of a reader, as the pages are told of it. */
export const KEPT: readonly KeptFields[] = handedOut.map(({ name, columns }) => ({
  table: name,
  fields: columns.map(({ field }) => field),
}));
