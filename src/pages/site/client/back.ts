/**
 * The way back to the page that led here is the browser's own: it keeps the place in the text, and going back is no
 * new opening, which following the address once more would look like.
 */
const link = document.querySelector<HTMLAnchorElement>("[data-back]");
if (link) {
  link.addEventListener("click", (event) => {
    if (document.referrer !== link.href) return;
    event.preventDefault();
    history.back();
  });
}

export {};
