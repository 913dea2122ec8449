import { type ContentId, targetOfContent } from "../../domain/ids.ts";
import { layoutOf } from "../../insight/spread/layout.ts";
import { shownTree, underOneRoot } from "../../insight/spread/shown.ts";
import { treeSvg } from "../../insight/spread/svg.ts";
import { findContent } from "../../storage/contents.ts";
import { noteLook } from "../audit/note-look.ts";
import { found } from "../errors.ts";
import { namesInSight } from "../in-sight.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import type { SpreadQuery } from "./get-spread.ts";
import { type LoadedTree, loadSpread } from "./load-trees.ts";

/** Rows that a picture has at most, marks not counted. */
const mostDrawn = 60;

export type DrawQuery = Pick<SpreadQuery, "senderId" | "code"> & {
  language: Language;
  /** Drawn for a page that is dark where its reader's screen is. */
  followsScheme?: boolean;
};

type Language = "zh" | "zh-Hant" | "en";

interface Words {
  title: (title: string) => string;
  description: (links: number, readers: number) => string;
  allLinks: string;
  nameless: string;
  probably: (name: string) => string;
  rest: (people: number) => string;
}

const said: Readonly<Record<Language, Words>> = {
  zh: {
    title: (title) => `《${title}》的传播`,
    description: (links, readers) =>
      `${links} 条链接，${readers} 位读者；画出人数最多的分支，其余合计。`,
    allLinks: "全部链接",
    nameless: "一位读者",
    probably: (name) => `可能是${name}`,
    rest: (people) => `另有 ${people} 人`,
  },
  "zh-Hant": {
    title: (title) => `《${title}》的傳播`,
    description: (links, readers) =>
      `${links} 個連結，${readers} 位讀者；畫出人數最多的分支，其餘合計。`,
    allLinks: "全部連結",
    nameless: "一位讀者",
    probably: (name) => `可能是${name}`,
    rest: (people) => `另有 ${people} 人`,
  },
  en: {
    title: (title) => `How “${title}” spread`,
    description: (links, readers) =>
      `${links === 1 ? "1 link" : `${links} links`}, ${readers === 1 ? "1 reader" : `${readers} readers`}; the largest branches, and counts for the rest.`,
    allLinks: "All links",
    nameless: "A reader",
    probably: (name) => `probably ${name}`,
    rest: (people) => `${people} more`,
  },
};

/**
 * A content's spread as an SVG: the branches with most people, and a count for the rest, whoever agreed to
 * nothing among them.
 */
export async function drawSpread(
  caller: Caller,
  contentId: ContentId,
  query: DrawQuery,
): Promise<string> {
  requireScope(caller, "read");
  const { scope } = caller;
  const content = found(await findContent(scope, contentId), "content");
  const { language, followsScheme = false, ...filter } = query;
  const { trees } = await loadSpread(scope, { target: targetOfContent(content.id), ...filter });
  const isForest = trees.length !== 1;
  const parents = isForest
    ? underOneRoot(trees.map(({ tree }) => tree.parents))
    : (trees[0]?.tree.parents ?? Int32Array.of(-1));
  const marks = marksOf(trees, isForest);
  const shown = shownTree(
    parents,
    marks.map((mark) => mark !== null),
  );
  const drawn = layoutOf(shown.parents, {
    maxNodes: mostDrawn,
    people: shown.unnamed.map((unnamed) => unnamed + 1),
  });
  const viewerIds = drawn.nodes.flatMap(({ node }) => {
    const mark = node === null ? null : marks[shown.nodes[node] ?? 0];
    return mark?.viewerId ?? [];
  });
  const contacts = await namesInSight(caller, viewerIds);
  await noteLook(caller, { verb: "spread.read", subject: contentId }, viewerIds);
  const readers = trees.reduce((sum, { tree }) => sum + tree.parents.length - 1, 0);
  const words = said[language];
  const markAt = (place: number) => marks[shown.nodes[place] ?? 0];
  return treeSvg(drawn, {
    title: words.title(content.title),
    description: words.description(trees.length, readers),
    name: (place) => {
      const mark = markAt(place);
      if (!mark) return "";
      if (mark.viewerId === null) return mark.name ?? words.allLinks;
      const contact = contacts.get(mark.viewerId);
      if (!contact) return words.nameless;
      return contact.certainty === "probable" ? words.probably(contact.name) : contact.name;
    },
    // Below what joins the links their senders stand, who are no readers.
    through: (place, people) =>
      people - (isForest && shown.nodes[place] === 0 ? trees.length + 1 : 1),
    rest: words.rest,
    followsScheme,
    isSender: (place) => markAt(place)?.viewerId === null,
  });
}

type Mark = {
  name: string | null;
  viewerId: NonNullable<LoadedTree["people"][number]>["viewerId"] | null;
};

/** Whose each node is, in the order of the joined tree; null of who is not shown. */
function marksOf(trees: readonly LoadedTree[], isForest: boolean): (Mark | null)[] {
  const all = trees.flatMap(({ root, people }) =>
    people.map((person, node): Mark | null => {
      if (node === 0) return { name: root.senderName, viewerId: null };
      return person ? { name: null, viewerId: person.viewerId } : null;
    }),
  );
  return isForest ? [{ name: null, viewerId: null }, ...all] : all;
}
