/** Lets others work for a while; without a span, whoever waits already. */
export function pause(ms = 0): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
