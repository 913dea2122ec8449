/**
 * Shows small pictures at once and puts the whole ones in their place once the page has come: who presses
 * and holds a picture saves what stands there.
 */
export function loadWhole(image: HTMLImageElement): void {
  const { whole } = image.dataset;
  // The small one is seen until the whole one is there.
  if (whole) image.src = whole;
}
