/** How a page would look to somebody else: for a preview, where the browser's own scheme is not what is asked. */

export const LOOKS = ["light", "dark", "large"] as const;
export type Look = (typeof LOOKS)[number];

/** A page with its scheme fixed, and for `large` with letters of 1.6 times the size. */
export function withLook(html: string, look: Look): string {
  const scheme = look === "dark" ? "dark" : "light";
  const fixed = html
    .replace(
      /@media\s*\(prefers-color-scheme:\s*dark\)/g,
      scheme === "dark" ? "@media all" : "@media not all",
    )
    .replace(/color-scheme:\s*light dark/g, `color-scheme:${scheme}`);
  return look === "large" ? fixed.replace("</style>", "html{font-size:160%}</style>") : fixed;
}
