/** True where a database answers and its migrations have been applied. */
export async function pingShard(d1: D1Database): Promise<boolean> {
  try {
    await d1.prepare("SELECT 1 FROM workspaces LIMIT 1").first();
    return true;
  } catch {
    return false;
  }
}
