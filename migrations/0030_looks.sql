-- How a workspace looks to readers: its logo in R2, and a colour as "#rrggbb".
ALTER TABLE workspaces ADD COLUMN logo_key TEXT;
ALTER TABLE workspaces ADD COLUMN colour TEXT CHECK (colour GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]');
-- The code by which a sender is added in WeChat, in R2.
ALTER TABLE senders ADD COLUMN wechat_qr_key TEXT;
