/** Sentences that people read, and the people they are about, as many calls answer them. */
import { z } from "@hono/zod-openapi";
import { certainties } from "../../domain/vocabulary.ts";

/** One sentence in both languages; the caller picks. */
export const words = z
  .object({ zh: z.string(), en: z.string() })
  .openapi("Words", { description: "One sentence in Chinese and in English" });

/** The contact that a viewer is, where somebody knows. */
export const contactOrNull = z
  .object({ id: z.string(), name: z.string(), certainty: z.enum(certainties).nullable() })
  .nullable()
  .openapi({
    description:
      "The contact that the viewer is, confirmed, or probable and perhaps somebody whom the contact passed their link on to; null while nobody knows",
  });
