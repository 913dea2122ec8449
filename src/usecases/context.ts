/** What a use case is given: stores, the clock, the keys, and where the deployment answers. */
import type { ApiKeyId } from "../domain/ids.ts";
import type { Instant } from "../domain/units.ts";
import type { ApiScope } from "../domain/vocabulary.ts";
import type { TextModel } from "../integrations/model.ts";
import type { Stores } from "../storage/platform.ts";
import type { Scope } from "../storage/scope.ts";
import type { Keyring } from "./keyring.ts";

export type Context = Stores & {
  now: () => Instant;
  keys: Keyring;
  /** "https://host", without a slash at the end. */
  origin: string;
  /** Proposes wordings; undefined where the deployment has none. */
  model: TextModel | undefined;
};

/** A context confined to one workspace: what jobs, kits and callers have in common. */
export type Scoped = Context & { scope: Scope };

/** A context for somebody who showed an API key: confined to their workspace. */
export type Caller = Scoped & {
  apiKey: { id: ApiKeyId; scopes: ApiScope[] };
};
