/** How a version of the consent's words names what they cover: "2026-11-26", ".wechat", then "+" and what is added. */

const signInMark = ".wechat";

/**
 * @param version - of the pages' own words
 * @param covers - what the notice said besides: what becomes of a WeChat account, words of the workspace's own
 */
export function consentVersion(
  version: string,
  { signIn, added }: { signIn: boolean; added: number | null },
): string {
  return `${version}${signIn ? signInMark : ""}${added === null ? "" : `+${added}`}`;
}

/** True of words that said what becomes of an account with WeChat. */
export function coversSignIn(version: string): boolean {
  return baseOf(version).endsWith(signInMark);
}

/** The version of the pages' own words alone. */
export function ownVersion(version: string): string {
  const base = baseOf(version);
  return coversSignIn(version) ? base.slice(0, -signInMark.length) : base;
}

const baseOf = (version: string) => version.split("+", 1)[0] ?? "";
