/** Sentences that people read, and the people they are about, as many calls answer them. */
import { z } from "@hono/zod-openapi";

/** One sentence in both languages; the caller picks. */
export const words = z
  .object({ zh: z.string(), en: z.string() })
  .openapi("Words", { description: "One sentence in Chinese and in English" });

/** The contact that a viewer is, where somebody knows. */
export const contactOrNull = z
  .object({ id: z.string(), name: z.string() })
  .nullable()
  .openapi({ description: "The contact that the viewer is; null while nobody knows" });
