/** Whether a variant has more of something than its draft; letter case does not count. */
export function addsAny(draft: string, variant: string, pattern: RegExp): boolean {
  const left = new Map<string, number>();
  for (const [word] of draft.toLowerCase().matchAll(pattern)) {
    left.set(word, (left.get(word) ?? 0) + 1);
  }
  for (const [word] of variant.toLowerCase().matchAll(pattern)) {
    const rest = left.get(word) ?? 0;
    if (rest === 0) return true;
    left.set(word, rest - 1);
  }
  return false;
}
