import type { Member } from "../../storage/members.ts";
import { rfc3339 } from "../time.ts";

export function viewMember({ id, name, role, team, createdAt }: Member) {
  return { id, name, role, team, createdAt: rfc3339(createdAt) };
}
