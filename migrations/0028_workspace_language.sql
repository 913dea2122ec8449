-- The language in which those who write are advised; null: that of what they write.
ALTER TABLE workspaces ADD COLUMN language TEXT CHECK (language IN ('zh-CN', 'zh-TW', 'en'));
