/** Lines of what a workspace makes: its staff, the people they know, contents and links. */
import type * as schema from "../schema.ts";
import type { LineOf, TableLine } from "./line.ts";

/** What says nothing about a person. */
const ofNobody = {
  basis: "none",
  kept: { by: "hand" },
  sees: "workspace",
  erasing: "stays",
  exports: false,
} satisfies Omit<TableLine, "purpose" | "columns">;

export const workspaces: LineOf<typeof schema.workspaces> = {
  ...ofNobody,
  purpose: "A tenant and its settings",
  columns: {
    workspaceId: "inner",
    name: "fact",
    timezone: "fact",
    consentMode: "fact",
    retentionDays: "fact",
    brands: "fact",
    bannedWords: "fact",
    createdAt: "fact",
    shareOrigin: "fact",
    lastSeat: "inner",
    insistOn: "fact",
    varyLayout: "fact",
    leaveName: "fact",
    language: "fact",
    logoKey: "fact",
    colour: "fact",
    isDemo: "fact",
  },
};

export const notices: LineOf<typeof schema.notices> = {
  ...ofNobody,
  purpose: "What the workspace adds to the notice, every version of it",
  basis: "duty",
  kept: { by: "good" },
  sees: "everybody",
  columns: { workspaceId: "inner", version: "fact", words: "fact", createdAt: "fact" },
};

export const apiKeys: LineOf<typeof schema.apiKeys> = {
  ...ofNobody,
  purpose: "Who may call: the secret as a hash alone",
  columns: {
    id: "fact",
    workspaceId: "inner",
    name: "fact",
    scopes: "fact",
    hash: "inner",
    hint: "fact",
    createdAt: "fact",
    revokedAt: "fact",
    expiresAt: "fact",
    lastUsedAt: "fact",
  },
};

export const accounts: LineOf<typeof schema.accounts> = {
  ...ofNobody,
  purpose: "The workspace's accounts with WeChat and WeCom; secret and ticket are sealed",
  columns: {
    workspaceId: "inner",
    system: "fact",
    appId: "fact",
    agentId: "fact",
    secret: "inner",
    ticketMode: "fact",
    proxyOrigin: "fact",
    signIn: "fact",
    updatedAt: "fact",
    lent: "inner",
    lentAt: "fact",
    lentUntil: "fact",
    lease: "inner",
    leaseUntil: "inner",
    fault: "fact",
    errcode: "fact",
    faultAt: "fact",
  },
};

export const domainProofs: LineOf<typeof schema.domainProofs> = {
  ...ofNobody,
  purpose: "Files by which WeChat and WeCom see that a host is the workspace's",
  sees: "everybody",
  columns: { workspaceId: "inner", name: "fact", system: "fact", content: "fact" },
};

export const members: LineOf<typeof schema.members> = {
  purpose: "Who works in the console, and the hash of the link by which they come in next",
  basis: "contract",
  kept: { by: "good" },
  sees: "workspace",
  erasing: "stays",
  exports: false,
  columns: {
    id: "staff",
    workspaceId: "inner",
    name: "staff",
    role: "staff",
    team: "staff",
    epoch: "inner",
    linkHash: "inner",
    linkUntil: "inner",
    createdAt: "staff",
    endedAt: "staff",
  },
};

export const senders: LineOf<typeof schema.senders> = {
  purpose: "A member of staff: what their card, pictures and captions say",
  basis: "contract",
  kept: { by: "good" },
  sees: "everybody",
  erasing: "stays",
  exports: false,
  columns: {
    id: "staff",
    workspaceId: "inner",
    seat: "staff",
    externalId: "staff",
    name: "staff",
    team: "staff",
    title: "staff",
    phone: "staff",
    signature: "staff",
    kitEpoch: "inner",
    createdAt: "staff",
    deletedAt: "staff",
    opener: "staff",
    closer: "staff",
    portraitKey: "staff",
    handedTo: "staff",
    wechatQrKey: "staff",
  },
};

export const contacts: LineOf<typeof schema.contacts> = {
  purpose:
    "A person a sender knows by name, and what was written of them; or who left their name themselves, who goes with their last visit until somebody confirms them",
  basis: "contract",
  kept: { by: "hand" },
  sees: "its sender and the workspace",
  erasing: "row",
  exports: true,
  columns: {
    id: "contact",
    workspaceId: "inner",
    senderId: "fact",
    name: "personal",
    externalIds: "personal",
    attributes: "personal",
    stage: "personal",
    notes: "personal",
    createdAt: "fact",
    saidBy: "viewer",
  },
};

export const contactExternalIds: LineOf<typeof schema.contactExternalIds> = {
  purpose:
    "By which ids outside systems know a contact: what the contact itself holds, so that it is found",
  basis: "contract",
  kept: { by: "hand" },
  sees: "nobody",
  erasing: "row",
  exports: false,
  columns: {
    workspaceId: "inner",
    system: "fact",
    value: "personal",
    contactId: "contact",
  },
};

export const contents: LineOf<typeof schema.contents> = {
  ...ofNobody,
  purpose: "What head office wrote, as a draft",
  columns: {
    id: "fact",
    workspaceId: "inner",
    title: "fact",
    body: "fact",
    sections: "fact",
    drafts: "fact",
    topics: "fact",
    purpose: "fact",
    language: "fact",
    draftVersion: "fact",
    publishedVersion: "fact",
    compilingJobId: "inner",
    waiting: "inner",
    capacity: "fact",
    withdrawnAt: "fact",
    createdAt: "fact",
    updatedAt: "fact",
    deletedAt: "fact",
    vetoes: "fact",
    apart: "fact",
    kind: "fact",
    kindSaid: "fact",
    imageDeal: "fact",
  },
};

export const versions: LineOf<typeof schema.versions> = {
  ...ofNobody,
  purpose: "One published state of a content",
  kept: { by: "good" },
  sees: "everybody",
  columns: {
    contentId: "fact",
    version: "fact",
    workspaceId: "inner",
    title: "fact",
    language: "fact",
    topics: "fact",
    purpose: "fact",
    sections: "fact",
    images: "fact",
    plan: "inner",
    codebook: "inner",
    report: "fact",
    publishedAt: "fact",
    imageDeal: "fact",
    kind: "fact",
  },
};

export const assignments: LineOf<typeof schema.assignments> = {
  ...ofNobody,
  purpose: "Which wording a sender has",
  basis: "contract",
  kept: { by: "good" },
  columns: {
    contentId: "fact",
    version: "fact",
    senderId: "staff",
    workspaceId: "inner",
    row: "staff",
    team: "staff",
    createdAt: "staff",
    place: "staff",
  },
};

export const ownLines: LineOf<typeof schema.ownLines> = {
  purpose:
    "What a sender wrote themselves for a post: for them alone, in their kit. Head office sees a line or an edit only where its sender agreed and somebody else wrote there too, never whose it was, and without names and figures; edits are kept of nobody else",
  basis: "contract",
  kept: { by: "hand" },
  sees: "its sender; the workspace what they agree to show",
  erasing: "stays",
  exports: false,
  columns: {
    contentId: "fact",
    senderId: "staff",
    workspaceId: "inner",
    line: "staff",
    shown: "staff",
    edits: "staff",
    shared: "staff",
    updatedAt: "fact",
  },
};

export const copies: LineOf<typeof schema.copies> = {
  ...ofNobody,
  purpose: "That a sender copied their caption, and whether they edited it",
  basis: "contract",
  kept: { by: "good" },
  columns: {
    contentId: "fact",
    version: "fact",
    senderId: "staff",
    workspaceId: "inner",
    edited: "staff",
    copiedAt: "staff",
  },
};

export const pageSections: LineOf<typeof schema.pageSections> = {
  ...ofNobody,
  purpose: "What the parts of an outside page are called",
  columns: { target: "fact", place: "fact", workspaceId: "inner", heading: "fact" },
};

export const kitOpens: LineOf<typeof schema.kitOpens> = {
  ...ofNobody,
  purpose: "When a sender had a content open in their kit",
  basis: "contract",
  kept: { by: "good" },
  columns: {
    senderId: "staff",
    contentId: "fact",
    workspaceId: "inner",
    firstAt: "staff",
    lastAt: "staff",
    times: "staff",
  },
};

export const images: LineOf<typeof schema.images> = {
  ...ofNobody,
  purpose: "A picture of a content and where the sender's block stands on it",
  sees: "everybody",
  columns: {
    id: "fact",
    workspaceId: "inner",
    contentId: "fact",
    position: "fact",
    status: "fact",
    jobId: "inner",
    failure: "fact",
    width: "fact",
    height: "fact",
    mediaKey: "inner",
    type: "fact",
    bytes: "fact",
    baseHash: "inner",
    qr: "fact",
    line: "fact",
    createdAt: "fact",
    components: "fact",
    texture: "fact",
  },
};

export const links: LineOf<typeof schema.links> = {
  purpose: "Where a short code leads, and for which contact it was made",
  basis: "contract",
  kept: { by: "good" },
  sees: "its sender and the workspace",
  // The address goes on, for nobody in particular.
  erasing: "hash",
  exports: true,
  columns: {
    code: "fact",
    workspaceId: "inner",
    target: "inner",
    contentId: "fact",
    url: "fact",
    senderId: "fact",
    channel: "fact",
    contactId: "contact",
    expiresAt: "fact",
    maxClicks: "fact",
    paused: "fact",
    clicks: "fact",
    botClicks: "fact",
    opens: "fact",
    createdAt: "fact",
    deletedAt: "fact",
  },
};

export const sentenceOffers: LineOf<typeof schema.sentenceOffers> = {
  ...ofNobody,
  purpose:
    "What a model proposes for the sentences of a content until somebody approves it, and what nobody wants of them",
  columns: {
    contentId: "fact",
    sentence: "fact",
    workspaceId: "inner",
    jobId: "inner",
    stage: "fact",
    options: "fact",
    vetoed: "fact",
    error: "inner",
    updatedAt: "fact",
  },
};
