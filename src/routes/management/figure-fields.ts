/** Words that several calls answer with, each defined once: the same word means the same everywhere. */
import { z } from "@hono/zod-openapi";

const count = (description: string) => z.int().openapi({ description });
const share = (description: string) => z.number().openapi({ description, example: 0.62 });

export const reads = count(
  "Visits that qualify: JavaScript ran, at least 1 s engaged, no machine, not the sender's own look",
);
export const doubtful = count(
  "Visits that tell of a read and are not believed: part of a burst, or not heard twice over time that the server saw pass. In no other figure",
);
export const viewers = count(
  "Readers who agreed to be remembered, each counted once however often they came",
);
export const engagedMs = count(
  "Time that the page was on screen and somebody did something, in milliseconds; of several reads the sum, null where one or two of them are by people who did not agree to be remembered, and where the other parts of a whole would tell that",
);
/** The same, of a sum that may not tell it. */
export const timeOfSum = engagedMs.nullable();
export const completion = share(
  "Share of the text that was read: sections given half their expected time or more, weighed by it; of several reads the mean",
);
export const scroll = share("How far down the page was scrolled; of several reads the mean");
export const clicks = count("Redirects to an outside page that a person followed; never reads");
export const opens = count("Pixels fetched; never reads");
