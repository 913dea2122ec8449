import { type ContentId, targetOfContent } from "../../domain/ids.ts";
import { layoutOf } from "../../insight/spread/layout.ts";
import { shownTree, underOneRoot } from "../../insight/spread/shown.ts";
import { treeSvg } from "../../insight/spread/svg.ts";
import { findContent } from "../../storage/contents.ts";
import { found } from "../errors.ts";
import { namesInSight } from "../in-sight.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import type { SpreadQuery } from "./get-spread.ts";
import { type LoadedTree, loadSpread } from "./load-trees.ts";

/** Rows that a picture has at most, marks not counted. */
const mostDrawn = 60;

export type DrawQuery = Pick<SpreadQuery, "senderId" | "code"> & { language: "zh" | "en" };

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
  const { language, ...filter } = query;
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
  const readers = trees.reduce((sum, { tree }) => sum + tree.parents.length - 1, 0);
  const zh = language === "zh";
  const markAt = (place: number) => marks[shown.nodes[place] ?? 0];
  return treeSvg(drawn, {
    title: zh ? `《${content.title}》的传播` : `How “${content.title}” spread`,
    description: zh
      ? `${trees.length} 条链接，${readers} 位读者；画出人数最多的分支，其余合计。`
      : `${trees.length} links, ${readers} readers; the largest branches, and counts for the rest.`,
    name: (place) => {
      const mark = markAt(place);
      if (!mark) return "";
      if (mark.viewerId === null) return mark.name ?? (zh ? "全部链接" : "All links");
      const contact = contacts.get(mark.viewerId);
      if (!contact) return zh ? "未具名" : "no name";
      if (contact.certainty !== "probable") return contact.name;
      return zh ? `可能是${contact.name}` : `probably ${contact.name}`;
    },
    rest: (people) => (zh ? `另有 ${people} 人` : `${people} more`),
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
