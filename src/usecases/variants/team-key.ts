/** A team's name as codebooks know it; senders without a team are a team of their own. */
export function teamKey(team: string | null): string {
  return team ?? "";
}
