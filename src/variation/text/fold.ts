/** WeChat shows a pasted caption only in part beyond about this much. */
export const FOLD_LINES = 6;
export const FOLD_CHARS = 100;

export interface Fold {
  readonly lines: number;
  /** Code points, line breaks left out. */
  readonly chars: number;
  readonly folded: boolean;
}

/** Whether WeChat is likely to fold a pasted caption. */
export function lintFold(caption: string): Fold {
  const lines = caption.split(/\r\n|\r|\n/);
  const chars = lines.reduce((sum, line) => sum + [...line].length, 0);
  return {
    lines: lines.length,
    chars,
    folded: lines.length > FOLD_LINES || chars > FOLD_CHARS,
  };
}
