/**
 * Saves pictures with one press: a phone that can is handed them all, to be put among its photographs;
 * elsewhere each is downloaded. WeChat's browser can neither: there one presses and holds them.
 */
export async function save(link: HTMLAnchorElement): Promise<void> {
  const all = document.getElementById(link.dataset.save || "");
  const links = all ? Array.from(all.querySelectorAll("a")) : [link];
  if (await share(links)) return;
  // A click of its own, which does not lead here again.
  for (const { href, download } of links) {
    const plain = document.createElement("a");
    plain.href = href;
    plain.download = download;
    plain.click();
  }
}

/** Hands files to the system; false where it takes none, or the pictures are not to be had by a script. */
async function share(links: HTMLAnchorElement[]): Promise<boolean> {
  // On computers there is nothing that would keep them.
  if (!navigator.canShare || !navigator.maxTouchPoints) return false;
  try {
    const files = await Promise.all(
      links.map(async ({ href }, at) => {
        const blob = await (await fetch(href)).blob();
        return new File([blob], `${at + 1}.${blob.type.split("/").pop()}`, { type: blob.type });
      }),
    );
    if (!navigator.canShare({ files })) return false;
    await navigator.share({ files });
    return true;
  } catch (error) {
    // Who closes the system's sheet wants no download either.
    return (error as Error).name === "AbortError";
  }
}
