/** A sender's kit: what there is to share, in their own words, and who read what they shared. */

import { accentsOf } from "../../domain/accent.ts";
import { fileEnding, fileTitle } from "../../domain/file-name.ts";
import type { ContentId } from "../../domain/ids.ts";
import { linkState } from "../../domain/landing.ts";
import { between, day, type Instant, times } from "../../domain/units.ts";
import { defaultChannel } from "../../domain/vocabulary.ts";
import { latestCopy } from "../../storage/assignments.ts";
import { type Contact, listContacts } from "../../storage/contacts.ts";
import { findContent, listSharedWith, type SharedContent } from "../../storage/contents.ts";
import { listOwnLines, type OwnLine } from "../../storage/own-lines.ts";
import type { Sender } from "../../storage/senders.ts";
import { findVersion, type Version } from "../../storage/versions.ts";
import { countReads, latestReads } from "../../storage/visit-queries.ts";
import { hash32 } from "../../variation/text/index.ts";
import { readOwnAlerts } from "../alerts/list-alerts.ts";
import { noteLook } from "../audit/note-look.ts";
import { imageUrl, type Sized } from "../images/image-url.ts";
import { requireKit } from "../kernel/actor.ts";
import type { Scoped } from "../kernel/context.ts";
import { linkUrl } from "../links/link-view.ts";
import { pageName } from "../readers/names.ts";
import type { KitHolder } from "../sessions/kit-token.ts";
import { ownLookUrl } from "../sessions/own-look.ts";
import { rfc3339 } from "../time.ts";
import { ensureLinks, linkKey } from "../variants/ensure-links.ts";
import { foldLimits } from "../variants/fold-limits.ts";
import { makeVariants, publishedVersion } from "../variants/make-variants.ts";
import { viewVisits } from "../visits/list-visits.ts";
import type {
  KitEntry,
  KitImage,
  KitItem,
  KitLink,
  KitRead,
  KitReader,
  KitView,
} from "./kit-view.ts";
import { morningList } from "./morning.ts";

const shownContents = 50;
const shownReads = 30;
const shownPeople = 60;
const shownLines = 3;
/** As many posts back is looked for lines of the sender's own. */
const readLines = 20;
/** The page has as many for each kind. */
const questionsPerKind = 3;
/** One link each, so that a read tells where it came from. */
const channels = [defaultChannel, "chat", "group"] as const;
/** For what is scanned: a code on paper outlives every post. */
const printChannel = "print";
/** How long what nobody shared yet is called new. */
const newFor = times(7, day);

/** The kit with one content open: the one asked for, or none where that is not shared; else the newest. Whom it names is kept in the audit. */
export async function showKit(kit: KitHolder, wanted?: ContentId): Promise<KitView> {
  requireKit(kit);
  const { scope, sender, workspace } = kit;
  const contents = await listSharedWith(scope, sender.id, shownContents);
  const asked = contents.find(({ id }) => id === wanted);
  const missing = wanted && !asked ? await missingOf(kit, wanted) : null;
  const content = missing ? undefined : (asked ?? contents[0]);
  const [tasks, alerts, item, reads, people, lines] = await Promise.all([
    morningList(kit),
    readOwnAlerts(kit),
    content ? viewItem(kit, content.id) : null,
    latestReads(scope, sender.id, shownReads),
    listContacts(scope, { limit: shownPeople }, sender.id),
    listOwnLines(scope, sender.id, readLines),
  ]);
  // What is listed below is counted too, also while the sums do not hold it yet.
  const listed = reads.filter(({ contentId }) => contentId === item?.contentId).length;
  const current = item && {
    ...item,
    ...linesFor(item.contentId, lines),
    reads: Math.max(item.reads, listed),
  };
  const shown = await viewVisits(kit, reads);
  await noteLook(kit, { verb: "kit.read", subject: sender.id }, [
    ...[...tasks, ...alerts].map(({ viewerId }) => viewerId),
    ...shown.map(({ viewerId }) => viewerId),
    ...people.items.map(({ id }) => id),
  ]);
  const titles = new Map(contents.map(({ id, title }) => [id, title]));
  const addressOf = async (mediaKey: string | null) =>
    mediaKey && (await imageUrl(kit, { mediaKey }));
  return {
    workspaceName: workspace.name,
    logoUrl: await addressOf(workspace.logoKey),
    accents: workspace.colour && accentsOf(workspace.colour),
    senderName: sender.name,
    avatarUrl: await addressOf(sender.portraitKey),
    wechatQrUrl: await addressOf(sender.wechatQrKey),
    entries: contents.map((entry) => viewEntry(entry, kit.now())),
    tasks,
    alerts: alerts.map(({ id, contact, name, sentence }) => ({
      id,
      name: contact?.name ?? null,
      certainty: contact?.certainty ?? null,
      tag: name,
      why: sentence,
    })),
    missing,
    current,
    readers: groupReads(shown, titles, people.items),
    people: people.items.map(({ id, name }) => ({ id, name })),
    ownWords: { opener: sender.opener ?? "", closer: sender.closer ?? "" },
    now: rfc3339(kit.now()),
    timeZone: workspace.timezone,
  };
}

/** What a sender is told of a content that is not shared: drafts are nobody's business, and what is gone has no name. */
async function missingOf({ scope }: Scoped, id: ContentId): Promise<KitView["missing"]> {
  const content = await findContent(scope, id);
  const { publishedVersion: last = null, withdrawnAt = null } = content ?? {};
  const version = last === null ? null : await findVersion(scope, id, last);
  if (!version || withdrawnAt === null) return { title: null, at: null };
  return { title: version.title, at: rfc3339(withdrawnAt) };
}

/** What a sender wrote for a content, and their lines for others. */
function linesFor(contentId: ContentId, lines: readonly OwnLine[]) {
  const own = lines.find((one) => one.contentId === contentId);
  const others = lines.flatMap((one) =>
    one.contentId !== contentId && one.line !== null ? [one.line] : [],
  );
  return {
    own: { line: own?.line ?? "", shared: own?.shared ?? false },
    earlierLines: [...new Set(others)].slice(0, shownLines),
  };
}

function viewEntry({ id, title, publishedAt, copied }: SharedContent, now: Instant): KitEntry {
  const isNew = between(publishedAt, now) < newFor;
  return { contentId: id, title, state: copied ? "copied" : isNew ? "new" : null };
}

/** All that there is to share of one content, and who read it. */
async function viewItem(
  kit: Scoped & { sender: Sender },
  contentId: ContentId,
): Promise<Omit<KitItem, "own" | "earlierLines">> {
  const { scope, sender } = kit;
  const version = await publishedVersion(kit, contentId);
  const made = await ensureLinks(kit, contentId, [...channels, printChannel], [sender]);
  const [variant] = await makeVariants(kit, version, [sender], {
    channel: defaultChannel,
    links: made,
  });
  const linkOf = (channel: string): KitLink[] => {
    const link = made.get(linkKey(channel, sender.id));
    if (!link) return [];
    return [{ channel, url: linkUrl(kit, link.code), state: linkState(link, kit.now()) }];
  };
  const mainLink = made.get(linkKey(defaultChannel, sender.id));
  const printLink = made.get(linkKey(printChannel, sender.id));
  const [print] = linkOf(printChannel);
  const [counted, copy] = await Promise.all([
    countReads(scope, { contentId, senderId: sender.id }),
    latestCopy(scope, contentId, sender.id),
  ]);
  return {
    contentId,
    title: version.title,
    textLanguage: version.language,
    version: version.version,
    caption: variant?.caption ?? "",
    copiedBefore: copy && copy.version < version.version ? rfc3339(copy.copiedAt) : null,
    foldLimits,
    images: imagesOf(variant?.images ?? [], version),
    kind: version.kind,
    question: hash32(`${sender.id} ${contentId}`) % questionsPerKind,
    links: channels.flatMap(linkOf),
    print: print && printLink ? { ...print, qrUrl: `/kit/qr/${printLink.code}.png` } : null,
    lookUrl: mainLink ? await ownLookUrl(kit, sender, mainLink.code) : null,
    ...counted,
  };
}

/** A single picture fills the page's width, several stand in a grid. */
function imagesOf(
  images: readonly (Sized & { id: string; preview: Sized; thumbnail: Sized })[],
  { title, images: bases }: Pick<Version, "title" | "images">,
): readonly KitImage[] {
  return images.map(({ id, url: bare, width, height, preview, thumbnail }, index) => {
    const type = bases.find((base) => base.id === id)?.type ?? "";
    const name = fileTitle(images.length === 1 ? title : `${title}-${index + 1}`);
    return {
      // Of another origin a page cannot name what is saved: the answer does.
      url: `${bare}?as=${encodeURIComponent(name)}`,
      width,
      height,
      fileName: `${name}.${fileEnding(type)}`,
      small: images.length === 1 ? preview : thumbnail,
    };
  });
}

type ShownVisit = Awaited<ReturnType<typeof viewVisits>>[number];

/**
 * Reads of people who agreed, by person: whoever read last comes first. Two who may be one contact stay two until
 * that is certain.
 */
function groupReads(
  visits: readonly ShownVisit[],
  titles: ReadonlyMap<ContentId, string>,
  people: readonly Contact[],
): KitReader[] {
  // Whoever left their name lately is among the newest of the people.
  const left = new Map(
    people.flatMap(({ id, saidBy, attributes }) =>
      saidBy === null ? [] : [[id as string, { phone: attributes.phone ?? null }]],
    ),
  );
  const readers = new Map<string, KitReader & { reads: KitRead[] }>();
  for (const visit of visits) {
    const who = visit.contact?.certainty === "confirmed" ? visit.contact.id : visit.viewerId;
    const reader = readers.get(who) ?? {
      viewerId: visit.viewerId,
      name: visit.contact?.name ?? null,
      certainty: visit.contact?.certainty ?? null,
      left: (visit.contact && left.get(visit.contact.id)) ?? null,
      reads: [],
    };
    reader.reads.push(viewRead(visit, titles));
    readers.set(who, reader);
  }
  return [...readers.values()];
}

function viewRead(visit: ShownVisit, titles: ReadonlyMap<ContentId, string>): KitRead {
  const longest = [...visit.sections].sort((a, b) => b.ms - a.ms)[0];
  return {
    title:
      visit.url === null
        ? ((visit.contentId && titles.get(visit.contentId)) ?? null)
        : pageName(visit.url),
    engagedMs: visit.engagedMs,
    at: visit.startedAt,
    topSection: longest?.heading || undefined,
  };
}
