/** A node of spread trees as it is judged, wherever it is told. */
import { certainties } from "../../domain/vocabulary.ts";
import { z } from "./define.ts";
import { words } from "./words-fields.ts";

const rate = z
  .object({
    hits: z.int().openapi({ description: "Those of whom it is true" }),
    trials: z.int().openapi({ description: "All who were counted" }),
    mean: z.number().openapi({ description: "Likely share, shrunken" }),
    low: z.number().openapi({ description: "No less, nine times in ten" }),
    high: z.number().openapi({ description: "No more, nine times in ten" }),
  })
  .openapi("Rate", {
    description:
      "Shrunken towards what is usual in the workspace; low to high holds it nine times in ten",
  });

export const certaintyOfName = z.enum(certainties).nullable().openapi({
  description: "How sure a reader's name is; null of a sender, and without a name",
});

export const judged = z
  .object({
    senderId: z.string().nullable(),
    viewerId: z.string().nullable(),
    name: z.string().nullable(),
    certainty: certaintyOfName,
    kind: z.enum(["trusted", "broadcaster", "plain", "insufficient"]).openapi({
      description:
        "trusted: their readers read, act or pass on more than others' do, surely enough to be named; broadcaster: wide, and no more than that; insufficient: too few readers to say",
    }),
    direct: z.int().openapi({ description: "Readers who came directly through this node" }),
    known: z
      .int()
      .openapi({ description: "Of them those of whom it is known how they read: who agreed" }),
    indirect: z.int().openapi({ description: "Readers who came through those, at any distance" }),
    width: z.int().openapi({ description: "The most readers at one distance, in its widest tree" }),
    indirectShare: z.number().openapi({
      description: "Of all it reached, the share that came at second hand or later",
    }),
    qualifiedRate: rate.openapi({
      description: "Of the known readers: 60 % of the text or half its time",
    }),
    conversion: rate.openapi({ description: "Of those who qualified: reached a goal" }),
    passingOn: rate.openapi({ description: "Of those who qualified: somebody came through them" }),
    trust: z.number().openapi({
      description: "Chance of belonging to the trusted; 0 where nobody could be told apart",
    }),
    reachRank: z.int().openapi({ description: "By readers in all, the most first, from 1" }),
    trustRank: z.int().nullable().openapi({
      description:
        "By trust, then by the least that its readers read; null with too few readers to be judged, see kind",
    }),
    sentence: words.openapi({ description: "Why the node is of its kind, with its figures" }),
  })
  .openapi("JudgedNode");

export const kinds = {
  verdict: z.enum(["named", "too-few-nodes", "all-alike"]).openapi({
    description:
      "Whether somebody can be told apart: named, else too few nodes have readers enough, or they differ no more than chance",
  }),
  judged: z.int().openapi({ description: "Nodes with readers enough to be judged" }),
  reason: words.openapi({ description: "Why nobody is named trusted, or how many are" }),
  kinds: z.array(judged).openapi({ description: "The most trusted first; at most 200" }),
};

export const worth = z
  .object({
    atMost: z.int().openapi({ description: "All who came first through it, at any distance" }),
    atLeast: z.int().openapi({ description: "Of them those whom no other way reached" }),
    of: z.int().openapi({ description: "All readers of the tree, or of all trees" }),
    sentence: words,
  })
  .openapi("NodeWorth", {
    description: "How many of the tree's readers would not have come without this node, in bounds",
  });
