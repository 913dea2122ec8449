import { readShard } from "./shard.ts";

/** True where a database answers and its migrations have been applied. */
export async function pingShard(d1: D1Database): Promise<boolean> {
  try {
    await readShard(d1, "operator", "SELECT 1 FROM workspaces LIMIT 1");
    return true;
  } catch {
    return false;
  }
}
