/**
 * The reader's own ref in the address bar, so that what they pass on carries it. The page comes with
 * `data-ref` where its address still carries somebody else's, or one so new that it would be taken for its bearer's.
 */

/** To be called before the page script, which is deferred, looks at the address. */
export function putOwnRef({ dataset }: HTMLScriptElement): void {
  const { ref } = dataset;
  if (!ref) return;
  // Who reloads a page or goes back to it does not pass it on: they stay who they were, and the page's
  // token, which is for a reader of their own, is spent.
  // Deprecated, but iOS knows nothing newer before 15: https://caniuse.com/nav-timing
  if (performance.navigation.type) dataset.token = "";
  else {
    const path = location.pathname.replace(/\.[^./]*$/, `.${ref}`);
    history.replaceState(history.state, "", path + location.search + location.hash);
  }
}
