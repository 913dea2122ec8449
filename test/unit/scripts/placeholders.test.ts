import { expect, test } from "vitest";
import { placeholders } from "../../../scripts/placeholders.ts";

test("resources whose id is all zeros are named", () => {
  const toml = `
[[d1_databases]]
binding = "DB_A"
database_id = "00000000-0000-0000-0000-000000000000"

[[d1_databases]]
binding = "DB_B"
database_id = "5e0a0000-0000-0000-0000-000000000001"

[[kv_namespaces]]
binding = "CACHE"
id = "00000000000000000000000000000000"

[[queues.producers]]
binding = "BEATS"
queue = "beats"
`;
  expect(placeholders(toml)).toEqual(["DB_A", "CACHE"]);
});
