/** What a form carries beside its fields: the proof that this session's page showed it, and where that page is. */

/** What stands between the two; neither holds it. */
const seam = " ";

/** The proof with the screen's path, as one field of the form. */
export const provedFrom = (proof: string, path: string): string =>
  proof + seam + encodeURIComponent(path);

/** The same taken apart; the path is empty where it is none of the console's. */
export function readProof(token: string): { proof: string; from: string } {
  const [proof = "", place = ""] = token.split(seam);
  return { proof, from: readPath(place) };
}

/** A screen's path as a form carries it, without what became of an earlier form; empty where it is none of the console's. */
export function readPath(place: string): string {
  try {
    const path = decodeURIComponent(place);
    if (!/^\/console(?:[/?]|$)/.test(path)) return "";
    const { pathname, searchParams } = new URL(path, "https://console.invalid");
    // What became of an earlier form is not said again.
    searchParams.delete("done");
    const search = searchParams.toString();
    return search ? `${pathname}?${search}` : pathname;
  } catch {
    return "";
  }
}
