/** Does something once nobody has asked for it for a while. */
export function settled(ms: number, act: () => void): () => void {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(act, ms);
  };
}
