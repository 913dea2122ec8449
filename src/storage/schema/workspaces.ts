/** Workspaces and who acts for them: keys, members, accounts with outside systems. */
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Hex } from "../../domain/accent.ts";
import type { AccountFault } from "../../domain/account.ts";
import type { ApiKeyId, MemberId, WorkspaceId } from "../../domain/ids.ts";
import {
  type ApiScope,
  authorLanguages,
  consentModes,
  floors,
  outsideSystems,
  roles,
  signIns,
  ticketModes,
} from "../../domain/vocabulary.ts";
import { flag, json, time, word, workspaceId } from "./columns.ts";

export const workspaces = sqliteTable("workspaces", {
  /** Its own id, under the name by which every tenant's row is confined. */
  workspaceId: text("id").$type<WorkspaceId>().primaryKey(),
  name: text("name").notNull(),
  timezone: text("timezone").notNull(),
  consentMode: word("consent_mode", consentModes).notNull(),
  retentionDays: integer("retention_days").notNull(),
  brands: json<string[]>("brands").notNull(),
  bannedWords: json<string[]>("banned_words").notNull(),
  createdAt: time("created_at").notNull(),
  /** "https://host" that links, codes and pictures carry; null: where the deployment answers. */
  shareOrigin: text("share_origin"),
  /** The last seat that was given. */
  lastSeat: integer("last_seat").notNull(),
  insistOn: word("insist_on", floors).notNull(),
  varyLayout: flag("vary_layout").notNull(),
  /** Whether readers may leave their name below the text. */
  leaveName: flag("leave_name").notNull(),
  /** In which those who write are advised; null for that of what they write. */
  language: word("language", authorLanguages),
  /** Where the logo lies in R2; null where there is none. */
  logoKey: text("logo_key"),
  /** "#rrggbb"; null for Starling's own. */
  colour: text("colour").$type<Hex>(),
  /** What is in it was made to be looked at. */
  isDemo: flag("is_demo").notNull(),
});

export const apiKeys = sqliteTable("api_keys", {
  id: text("id").$type<ApiKeyId>().primaryKey(),
  workspaceId: workspaceId(),
  name: text("name").notNull(),
  scopes: json<ApiScope[]>("scopes").notNull(),
  hash: text("hash").notNull(),
  hint: text("hint").notNull(),
  createdAt: time("created_at").notNull(),
  revokedAt: time("revoked_at"),
  expiresAt: time("expires_at"),
  /** The day on which it was used last. */
  lastUsedAt: time("last_used_at"),
});

/** Who works in the console. */
export const members = sqliteTable("members", {
  id: text("id").$type<MemberId>().primaryKey(),
  workspaceId: workspaceId(),
  name: text("name").notNull(),
  role: word("role", roles).notNull(),
  /** The lead's team; null for head office. */
  team: text("team"),
  /** Of their sessions: raised, all that there are end. */
  epoch: integer("epoch").notNull(),
  /** SHA-256 of the sign-in link that was not used yet. */
  linkHash: text("link_hash"),
  linkUntil: time("link_until"),
  createdAt: time("created_at").notNull(),
  endedAt: time("ended_at"),
});

/** A workspace's account with an outside system. */
export const accounts = sqliteTable(
  "accounts",
  {
    workspaceId: workspaceId(),
    system: word("system", outsideSystems).notNull(),
    /** The official account's or the company's. */
    appId: text("app_id").notNull(),
    /** Of the app in WeCom. */
    agentId: text("agent_id"),
    /** Sealed; null where none was given. */
    secret: text("secret"),
    ticketMode: word("ticket_mode", ticketModes).notNull(),
    proxyOrigin: text("proxy_origin"),
    signIn: word("sign_in", signIns).notNull(),
    updatedAt: time("updated_at").notNull(),
    /** Sealed: WeChat's ticket that signs pages, WeCom's token. */
    lent: text("lent"),
    lentAt: time("lent_at"),
    lentUntil: time("lent_until"),
    /** Who asks for a new one now. */
    lease: text("lease"),
    /** Until then nobody else asks; without a lease, since it has just failed. */
    leaseUntil: time("lease_until").notNull(),
    /** What went wrong last, and when: later successes leave it. */
    fault: text("fault").$type<AccountFault>(),
    errcode: integer("errcode"),
    faultAt: time("fault_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.system] })],
);

/** Files by which an outside system sees that a host is an account's. */
export const domainProofs = sqliteTable(
  "domain_proofs",
  {
    workspaceId: workspaceId(),
    name: text("name").notNull(),
    system: word("system", outsideSystems).notNull(),
    content: text("content").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.name] })],
);
