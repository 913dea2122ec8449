/** Whether a variant has more of something than its draft; letter case does not count. */
export function addsAny(draft: string, variant: string, pattern: RegExp): boolean {
  return addsTo(draft, pattern)(variant);
}

/** The same for many variants of one draft, which is read once. `pattern` is global. */
export function addsTo(draft: string, pattern: RegExp): (variant: string) => boolean {
  const own = new Map<string, number>();
  for (const word of draft.toLowerCase().match(pattern) ?? []) {
    own.set(word, (own.get(word) ?? 0) + 1);
  }
  return (variant) => {
    const left = new Map(own);
    return (variant.toLowerCase().match(pattern) ?? []).some((word) => {
      const rest = left.get(word) ?? 0;
      left.set(word, rest - 1);
      return rest === 0;
    });
  };
}
