import { handedOut } from "../../src/storage/manifest.ts";
import type { HeldView, KeptFields, KeptRecords } from "../../src/usecases/viewers/held-view.ts";

/** What may be kept of a reader, as the pages are told of it. */
export const KEPT: readonly KeptFields[] = handedOut.map(({ name, columns }) => ({
  table: name,
  fields: columns.map(({ field }) => field),
}));

/** What a reader's own page shows of somebody who read nothing, with such records. */
export const heldView = (workspaceName: string, records: readonly KeptRecords[]): HeldView => ({
  workspaceName,
  retentionDays: 365,
  timeZone: "Asia/Shanghai",
  now: "2026-11-22T13:05:00Z",
  since: "2026-11-20T13:05:00Z",
  withdrawnAt: null,
  name: null,
  signedInSince: null,
  visits: [],
  hasMore: false,
  consents: [],
  records,
});
