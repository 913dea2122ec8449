/** Long work that pauses after each portion of it, so that whoever runs it can let others in between. */
export type Steps<T = void> = Generator<void, T, void>;

/** Does all of it at once. */
export function runThrough<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
