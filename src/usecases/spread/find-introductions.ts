/** Whom could I ask to introduce me: ways from senders to a person, across all trees. */
import type { ContactId, LinkCode, SenderId, TargetId, ViewerId } from "../../domain/ids.ts";
import { instant } from "../../domain/units.ts";
import type { Certainty } from "../../domain/vocabulary.ts";
import { introductions, type Step, type Tie } from "../../insight/spread/paths.ts";
import { type Station, stepWords } from "../../insight/spread/step-words.ts";
import { listSenderNames } from "../../storage/sender-names.ts";
import {
  findNodes,
  nodesOfViewers,
  type PlacedNode,
  readRoots,
  viewersOfContacts,
} from "../../storage/spread.ts";
import { livingViewers } from "../../storage/tag-awards.ts";
import { noteLook } from "../audit/note-look.ts";
import { found } from "../errors.ts";
import { namesInSight } from "../in-sight.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller, Scoped } from "../kernel/context.ts";
import { rfc3339 } from "../time.ts";
import { type Person, personOf } from "./load-trees.ts";

const mostSteps = 6;
/** Rounds of looking one step back; whoever agreed to nothing stands between two who did. */
const mostRounds = 12;
const mostNodes = 5000;

/**
 * Ways by which contents came to a viewer, from any sender, shortest first. Whoever on them agreed to nothing is
 * no station: `between` says how many stand there, but on a contact's own link, where that would be the contact.
 */
export async function findIntroductions(caller: Caller, viewerId: ViewerId) {
  requireScope(caller, "read");
  const { scope } = caller;
  found((await livingViewers(scope, [viewerId])).has(viewerId) ? viewerId : null, "viewer");
  const nodes = await waysBack(caller, viewerId);
  const roots = await readRoots(scope, [...new Set(nodes.map(({ rootCode }) => rootCode))]);
  const forOne = new Set(roots.flatMap(({ code, isForOne }) => (isForOne ? [code] : [])));
  const { ties, between, people } = tiesOf(nodes, forOne);
  const [own] = (await nodesOfViewers(scope, [viewerId], 1)).map(personOf);
  const goal = own?.key ?? `v:${viewerId}`;
  const senders = [
    ...new Set(ties.filter(({ from }) => from.startsWith("s:")).map(({ from }) => from)),
  ];
  const { paths, more } = introductions(ties, senders, goal, { maxSteps: mostSteps });
  const stations = paths.flat().flatMap(({ from, to }) => [from, to]);
  const viewers = stations.flatMap((key) => people.get(key)?.viewerId ?? []);
  const [contacts, senderNames] = await Promise.all([
    namesInSight(caller, viewers),
    listSenderNames(
      scope,
      senders.map((key) => key.slice(2)),
    ),
  ]);
  await noteLook(caller, { verb: "introduction.list", subject: viewerId }, viewers);
  const station = (key: string) => {
    if (key.startsWith("s:")) {
      const senderId = key.slice(2);
      const name = senderNames.get(senderId) ?? null;
      return { senderId, viewerId: null, name, certainty: null };
    }
    const person = people.get(key);
    const contact = person && contacts.get(person.viewerId);
    return {
      senderId: null,
      viewerId: (person?.viewerId ?? null) as string | null,
      name: contact?.name ?? null,
      certainty: contact?.certainty ?? null,
    };
  };
  const viewStep = (step: Step) => {
    const [from, to] = [station(step.from), station(step.to)];
    const stand = between.get(`${step.from} ${step.to}`) ?? 0;
    return {
      from,
      to,
      between: stand,
      touches: step.touches,
      contents: step.contents,
      lastAt: rfc3339(instant(step.lastAt)),
      sentence: stepWords(spokenOf(from), spokenOf(to), step, stand),
    };
  };
  return {
    viewerId: viewerId as string,
    paths: paths.map((path) => ({ steps: path.map(viewStep) })),
    more: more || nodes.length >= mostNodes,
  };
}

function spokenOf({
  senderId,
  name,
  certainty,
}: {
  senderId: string | null;
  name: string | null;
  certainty: Certainty | null;
}): Station {
  return { isSender: senderId !== null, name, isSure: certainty === "confirmed" };
}

/** The nodes from which ways lead to a viewer, as far as they are looked at. */
async function waysBack({ scope }: Scoped, viewerId: ViewerId): Promise<PlacedNode[]> {
  const seen = new Map<string, PlacedNode>();
  const known = new Set<ViewerId>([viewerId]);
  let fresh = await nodesOfViewers(scope, [viewerId], mostNodes);
  for (let round = 0; round < mostRounds && fresh.length > 0 && seen.size < mostNodes; round++) {
    for (const node of fresh) seen.set(`${node.target} ${node.refHash}`, node);
    const contacts = new Set(
      fresh.flatMap(({ contactId, isConfirmed }): ContactId[] =>
        contactId !== null && isConfirmed ? [contactId] : [],
      ),
    );
    const same = contacts.size === 0 ? [] : await viewersOfContacts(scope, [...contacts]);
    const viewers = [...same, ...fresh.flatMap((node) => node.viewerId ?? [])].filter(
      (id) => !known.has(id),
    );
    for (const id of viewers) known.add(id);
    const places = fresh.flatMap(
      ({ target, parentHash }): { target: TargetId; refHash: string }[] =>
        parentHash === null || seen.has(`${target} ${parentHash}`)
          ? []
          : [{ target, refHash: parentHash }],
    );
    const left = mostNodes - seen.size;
    const [above, others] = await Promise.all([
      places.length === 0 ? [] : findNodes(scope, places),
      viewers.length === 0 ? [] : nodesOfViewers(scope, viewers, left),
    ]);
    fresh = [...above, ...others].filter(
      ({ target, refHash }) => !seen.has(`${target} ${refHash}`),
    );
  }
  return [...seen.values()];
}

/** Ties between people who agreed, and from senders, each with how many stand between. */
function tiesOf(nodes: readonly PlacedNode[], forOne: ReadonlySet<LinkCode>) {
  const byPlace = new Map(nodes.map((node) => [`${node.target} ${node.refHash}`, node]));
  const people = new Map<string, Person>();
  const between = new Map<string, number>();
  const ties: Tie[] = [];
  for (const node of nodes) {
    const person = personOf(node);
    if (!person) continue;
    people.set(person.key, person);
    const above = nearest(node, byPlace);
    if (above.key === person.key) continue;
    ties.push({ from: above.key, to: person.key, contentId: node.target, at: node.day });
    const name = `${above.key} ${person.key}`;
    const stand = forOne.has(node.rootCode) ? 0 : above.between;
    between.set(name, Math.min(between.get(name) ?? stand, stand));
  }
  return { ties, between, people };
}

/** The nearest person above who agreed, else the sender. */
function nearest(node: PlacedNode, byPlace: ReadonlyMap<string, PlacedNode>) {
  const root = (senderId: SenderId) => `s:${senderId}`;
  let at = node;
  for (let steps = 0; ; steps++) {
    if (at.parentHash === null) return { key: root(node.senderId), between: steps };
    const above = byPlace.get(`${at.target} ${at.parentHash}`);
    // A ref that nobody read under: somebody looked, and passed it on.
    if (!above) return { key: root(node.senderId), between: steps + 1 };
    const person = personOf(above);
    if (person) return { key: person.key, between: steps };
    at = above;
  }
}
