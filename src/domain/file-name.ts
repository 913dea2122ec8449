/** What a file is called that somebody saves. */

/** More is of no use in a list of files. */
const longest = 60;

/** A title as a file's name without its ending: what no file system takes in it, and what nobody sees, is left out. */
export function fileTitle(title: string): string {
  const bare = title.replace(/[\p{C}\\/:*?"<>|]+/gu, " ").replace(/\s+/g, " ");
  return (
    [...bare]
      .slice(0, longest)
      .join("")
      .replace(/^[.\s]+|\s+$/g, "") || "picture"
  );
}

/** The ending of a picture's name by its media type. */
export function fileEnding(mediaType: string): string {
  const [, kind = ""] = mediaType.split("/");
  return kind === "jpeg" || kind === "" ? "jpg" : kind.replace(/\+.*$/, "");
}

/** Content-Disposition of what is looked at and may be saved: RFC 6266, with any letters as RFC 5987 writes them. */
export function inlineAs(title: string, mediaType: string): string {
  const ending = fileEnding(mediaType);
  const name = `${fileTitle(title)}.${ending}`;
  const plain = /^[\x20-\x7e]+$/.test(name) ? name : `picture.${ending}`;
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `inline; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
