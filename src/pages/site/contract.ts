/** What the reference reads of the OpenAPI document, and the fields of its schemas laid flat. */

export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  example?: unknown;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
}

type Media = Record<string, { schema?: Schema }>;

export interface Operation {
  tags?: string[];
  summary?: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Media };
  responses: Record<string, { description?: string; content?: Media }>;
  security?: Record<string, unknown>[];
  "x-scope"?: string;
}

export interface Contract {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

/** A call of the contract. */
export type Call = { method: string; path: string; tag: string; operation: Operation };

/** All calls in the contract's order. */
export function callsOf({ paths }: Contract): Call[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      tag: operation.tags?.[0] ?? "Other",
      operation,
    })),
  );
}

/** A call's place in a page: "post-v1-senders-id". */
export const anchorOf = ({ method, path }: Pick<Call, "method" | "path">): string =>
  `${method}${path}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/-$/, "");

/** A field of a schema by its way from the top: "images[].url". */
export type FieldLine = { path: string; type: string; isRequired: boolean; says: string };

/** Deeper than this a field is named and not opened. */
const deepest = 4;

/** The schema behind a reference; itself where it is none. */
export function resolved(schema: Schema, { components }: Contract): Schema {
  const name = schema.$ref?.split("/").at(-1);
  return name ? (components?.schemas?.[name] ?? {}) : schema;
}

/** All fields of a schema, those of fields in them below. */
export function fieldsOf(schema: Schema, contract: Contract): FieldLine[] {
  return walk(schema, contract, "", 0);
}

function walk(schema: Schema, contract: Contract, at: string, depth: number): FieldLine[] {
  const whole = resolved(schema, contract);
  if (depth > deepest) return [];
  const parts = [...(whole.allOf ?? []), ...(whole.anyOf ?? []), ...(whole.oneOf ?? [])];
  if (parts.length > 0 && !whole.properties) {
    const seen = new Set<string>();
    return parts
      .flatMap((part) => walk(part, contract, at, depth))
      .filter(({ path }) => !seen.has(path) && seen.add(path));
  }
  if (whole.items) return walk(whole.items, contract, `${at}[]`, depth);
  return Object.entries(whole.properties ?? {}).flatMap(([name, field]) => {
    const path = at === "" ? name : `${at}.${name}`;
    const line = {
      path,
      type: typeOf(field, contract),
      isRequired: whole.required?.includes(name) ?? false,
      says: saysOf(field, contract),
    };
    return [line, ...walk(field, contract, path, depth + 1)];
  });
}

/** "string", "integer or null", "list of Sender". */
export function typeOf(schema: Schema, contract: Contract): string {
  const name = schema.$ref?.split("/").at(-1);
  if (name) return name;
  if (schema.items) return `list of ${typeOf(schema.items, contract)}`;
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (parts.length > 0) {
    return [...new Set(parts.map((part) => typeOf(part, contract)))].join(" or ");
  }
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const types = [schema.type ?? "any"].flat().join(" or ");
  return schema.format ? `${types} (${schema.format})` : types;
}

/** What a field's own words, choices and bounds say. */
export function saysOf(schema: Schema, contract: Contract): string {
  const whole = resolved(schema, contract);
  const range = (from: number | undefined, to: number | undefined, of: string) => {
    if (from === undefined && to === undefined) return "";
    if (from === undefined) return `At most ${to}${of}.`;
    return to === undefined ? `At least ${from}${of}.` : `${from} to ${to}${of}.`;
  };
  // The largest whole number that a schema names is no bound of ours.
  const most = (whole.maximum ?? 0) >= Number.MAX_SAFE_INTEGER ? undefined : whole.maximum;
  const least = (whole.minimum ?? 0) <= Number.MIN_SAFE_INTEGER ? undefined : whole.minimum;
  return [
    schema.description ?? whole.description ?? "",
    whole.enum ? `One of ${whole.enum.map((word) => JSON.stringify(word)).join(", ")}.` : "",
    range(least, most, ""),
    range(whole.minLength, whole.maxLength, " characters"),
    range(whole.minItems, whole.maxItems, " items"),
    whole.default === undefined ? "" : `${JSON.stringify(whole.default)} where it is absent.`,
  ]
    .filter((text) => text !== "")
    .join(" ");
}
