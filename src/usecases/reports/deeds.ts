/** What a sender did with a content, as far as it can be seen: open in their kit, copied, read through them. */
import type { Instant } from "../../domain/units.ts";
import { rfc3339 } from "../time.ts";

type Open = { firstAt: Instant; times: number };
type Copy = { copiedAt: Instant; edited: number };

export function deedsOf(open: Open | undefined, copy: Copy | undefined, reads: number) {
  return {
    openedAt: open ? rfc3339(open.firstAt) : null,
    opens: open?.times ?? 0,
    copiedAt: copy ? rfc3339(copy.copiedAt) : null,
    edited: copy ? copy.edited === 1 : null,
    shared: reads > 0,
    reads,
  };
}

/** How many did how much; whoever copied had it open too, also before kits told of it. */
export function countDeeds(items: readonly ReturnType<typeof deedsOf>[]) {
  return {
    opened: items.filter(({ openedAt, copiedAt }) => openedAt !== null || copiedAt !== null).length,
    copied: items.filter(({ copiedAt }) => copiedAt !== null).length,
    shared: items.filter(({ shared }) => shared).length,
  };
}
