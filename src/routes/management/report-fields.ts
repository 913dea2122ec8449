/** What reports answer with. */
import { z } from "./define.ts";
import {
  clicks,
  completion,
  doubtful,
  opens,
  reads,
  scroll,
  timeOfSum,
  viewers,
} from "./figure-fields.ts";
import { words } from "./words-fields.ts";

const share = (description: string) => z.number().nullable().openapi({ description });

const section = z
  .object({
    id: z.string(),
    heading: z.string(),
    expectedMs: z.int().openapi({ description: "How long reading it takes" }),
    readers: z.int().nullable().openapi({
      description:
        "Reads that spent time on it, twice of who read twice; null below three, see missing",
    }),
    totalMs: z.int().nullable().openapi({ description: "Time that they spent on it in all" }),
    meanMs: z.int().nullable().openapi({ description: "The same for each of them" }),
    heat: share("Mean time of those who got to it, as a share of the expected time"),
    dropOff: share("Of those who got to the section before, who did not get to this one"),
    readAgain: share("Of those who got to it, who gave it twice its expected time or more"),
    missing: words
      .nullable()
      .openapi({ description: "Why a figure is left out; null where none is" }),
  })
  .openapi("SectionReport");

const channels = z.array(z.object({ channel: z.string(), reads, engagedMs: timeOfSum }));
const apps = z
  .array(z.object({ app: z.string(), reads, engagedMs: timeOfSum }))
  .openapi({ description: "In which app pages were read, the most read first" });

export const report = z
  .object({
    contentId: z.string(),
    title: z.string(),
    isComplete: z.boolean().openapi({
      description:
        "False where a period has more visits than one call adds up; the latest are in it",
    }),
    reads,
    viewers,
    engagedMs: timeOfSum,
    medianEngagedMs: z
      .int()
      .nullable()
      .openapi({ description: "Never more than 2 % off; null where engagedMs is" }),
    completion: completion.nullable(),
    scroll: scroll.nullable(),
    doubtful,
    clicks,
    opens,
    open: z.int().openapi({
      description:
        "Visits that are not over, and so in none of these figures; 1000 means so many or more",
    }),
    countedUntil: z.string().openapi({
      description:
        "Visits that were over by then are in these figures; a minute ago or less, unless visits wait",
    }),
    sections: z.array(section),
    goals: z.array(
      z.object({
        name: z.string(),
        visits: z.int().openapi({ description: "Visits that reached it" }),
        value: z.number().nullable().openapi({ description: "Sum of the values that pages gave" }),
      }),
    ),
    senders: z.array(
      z.object({
        senderId: z.string(),
        name: z.string(),
        team: z.string().nullable(),
        reads,
        viewers,
        engagedMs: timeOfSum,
        doubtful,
      }),
    ),
    teams: z.array(
      z.object({
        team: z.string().nullable(),
        senders: z.int(),
        reads,
        engagedMs: timeOfSum,
      }),
    ),
    channels,
    apps,
    days: z.array(z.object({ date: z.string(), reads, engagedMs: timeOfSum })),
  })
  .openapi("ContentReport");

export const wide = {
  isComplete: z.boolean(),
  reads,
  engagedMs: timeOfSum,
  medianEngagedMs: z
    .int()
    .nullable()
    .openapi({ description: "Null of a sender's share, and where engagedMs is" }),
  pages: z
    .array(
      z.object({
        contentId: z.string().nullable(),
        url: z
          .string()
          .nullable()
          .openapi({ description: "Of an outside page; null of a content" }),
        title: z.string().nullable(),
        reads,
        viewers,
        engagedMs: timeOfSum,
      }),
    )
    .openapi({ description: "Contents and outside pages that were read, the most read first" }),
  channels,
  apps,
};
