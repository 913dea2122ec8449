/** Beside the screen the menu is always open; above it, on a phone, it opens at a press. */
export function openMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>("[data-menu]");
  if (!menu) return;
  const wide = matchMedia("(min-width: 62em)");
  const follow = () => {
    menu.open = wide.matches;
  };
  // Older webviews know no addEventListener on this.
  wide.addListener(follow);
  follow();
}
