/** How strong the tie to a viewer is, wherever it is told. */
import { z } from "./define.ts";
import { words } from "./words-fields.ts";

const share = (description: string) => z.number().openapi({ description, example: 0.62 });

export const tie = z
  .object({
    level: z.enum(["strong", "middle", "weak"]).nullable().openapi({
      description:
        "In which third of the workspace's readers of the last 120 days, by strength; null where they are fewer than nine, which is too few to rank",
    }),
    levelName: words.nullable(),
    place: z
      .int()
      .nullable()
      .openapi({ description: "Among them, the strongest first, from 1; null as the level is" }),
    of: z.int().openapi({ description: "How many they are" }),
    isRising: z.boolean().openapi({
      description: "Stronger than a fortnight ago, by more than it usually moves in a week",
    }),
    activity: z.enum(["active", "cooling", "lost"]).openapi({
      description:
        "By their own rhythm: quiet for no more than twice their usual gap between reads, no more than four times, or longer",
    }),
    strength: share(
      "The weighted mean of the four parts: 0.3 recency, 0.25 frequency, 0.25 depth, 0.2 reciprocity",
    ),
    recency: share("1 at the last read, halving every 14 days"),
    frequency: share("Reads in 30 days against contents that came out then, both as logarithms"),
    depth: share("Median completion of their reads"),
    reciprocity: share("0 without an answer, 0.5 with one, 0.75 with two, …: see evidence.answers"),
    lastReadAt: z.string().nullable(),
    evidence: z
      .object({
        reads: z.int().openapi({ description: "In the last 30 days" }),
        offered: z.int().openapi({ description: "Contents that came out in these days" }),
        completion: share("Median of their reads"),
        answers: z.int().openapi({
          description: "Goals they reached, and lines of daily lists that led to something",
        }),
      })
      .openapi({ description: "What the parts are made of" }),
    sentence: words.openapi({ description: "The same for people" }),
  })
  .openapi("Tie");
