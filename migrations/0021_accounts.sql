-- A workspace's account with an outside system: secret and what it lent (a ticket or token) are sealed. Who holds
-- the lease asks for a new one; everybody else uses the old one meanwhile.
CREATE TABLE accounts (
  workspace_id TEXT NOT NULL,
  system TEXT NOT NULL CHECK (system IN ('wechat', 'wecom')),
  app_id TEXT NOT NULL,
  agent_id TEXT,
  secret TEXT,
  ticket_mode TEXT NOT NULL CHECK (ticket_mode IN ('fetched', 'pushed', 'proxied')),
  proxy_origin TEXT,
  sign_in TEXT NOT NULL CHECK (sign_in IN ('off', 'base', 'userinfo')),
  updated_at INTEGER NOT NULL,
  lent TEXT,
  lent_at INTEGER,
  lent_until INTEGER,
  lease TEXT,
  lease_until INTEGER NOT NULL DEFAULT 0,
  fault TEXT,
  errcode INTEGER,
  fault_at INTEGER,
  PRIMARY KEY (workspace_id, system)
) STRICT, WITHOUT ROWID;

-- Files by which WeChat and WeCom see that a host is an account's.
CREATE TABLE domain_proofs (
  workspace_id TEXT NOT NULL,
  name TEXT NOT NULL,
  system TEXT NOT NULL CHECK (system IN ('wechat', 'wecom')),
  content TEXT NOT NULL,
  PRIMARY KEY (workspace_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX domain_proofs_by_name ON domain_proofs (name);
