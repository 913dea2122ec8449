import {
  anchorOf,
  type Call,
  type Contract,
  type FieldLine,
  fieldsOf,
  resolved,
  type Schema,
  saysOf,
  typeOf,
} from "./contract.ts";

/** Fields that a page has told, each list of them with the call that told it: what comes again is told there. */
export type Told = Map<string, Pick<Call, "method" | "path">>;

/** Of shorter lists a second telling is quicker read than a link followed. */
const worthALink = 6;
const inList = "items[].";

/** One call: what it does, what it takes, what it answers, and how it is written. */
export function CallDetails(props: { call: Call; contract: Contract; told: Told }) {
  const { call, contract, told } = props;
  const { method, path, operation } = call;
  const scope = operation["x-scope"];
  const parameters = (operation.parameters ?? []).map(
    ({ name, in: place, required, description, schema = {} }): FieldLine => ({
      path: name,
      type: `${typeOf(schema, contract)}, in the ${place}`,
      isRequired: required ?? false,
      says: [description, saysOf(schema, contract)].filter(Boolean).join(" "),
    }),
  );
  const body = Object.entries(operation.requestBody?.content ?? {})[0];
  return (
    <section class="call" id={anchorOf(call)}>
      <h2>
        <span class={`method ${method.toLowerCase()}`}>{method}</span> <code>{path}</code>
      </h2>
      <p>{operation.summary}</p>
      {operation.description ? <p>{operation.description}</p> : null}
      {scope ? (
        <p class="quiet">
          Needs a key with the scope <code>{scope}</code>.
        </p>
      ) : null}
      {parameters.length > 0 ? <Lines title="Parameters" lines={parameters} /> : null}
      {body ? (
        <Body
          type={body[0]}
          schema={body[1].schema ?? {}}
          contract={contract}
          call={call}
          told={told}
        />
      ) : null}
      <pre>
        <code>{curlOf(call, contract)}</code>
      </pre>
      {Object.entries(operation.responses).map(([status, { description, content }]) => {
        if (status === "default") return null;
        const [type, media] = Object.entries(content ?? {})[0] ?? [];
        const lines = media?.schema ? fieldsOf(media.schema, contract) : [];
        return (
          <details>
            <summary>
              {status} {description} {type ? <span class="quiet">{type}</span> : null}
            </summary>
            <Fields title={`Answer ${status}`} lines={lines} call={call} told={told} />
          </details>
        );
      })}
    </section>
  );
}

/** A list of fields, or where on this page the same list stands; of a page of things, where one of them does. */
function Fields(props: { title: string; lines: readonly FieldLine[]; call: Call; told: Told }) {
  const { title, lines, call, told } = props;
  const items = lines.filter(({ path }) => path.startsWith(inList));
  const one = items.map((line) => ({ ...line, path: line.path.slice(inList.length) }));
  const [whole, single] = [lines, one].map((each) => told.get(knownAs(each)));
  if (lines.length === 0) return null;
  if (whole && lines.length >= worthALink) {
    const isFree = lines.every(({ isRequired }) => !isRequired);
    return <See title={title} call={whole} more={isFree ? ", none of them required" : ""} />;
  }
  if (single && one.length >= worthALink) {
    return (
      <>
        <Lines title={title} lines={lines.filter((line) => !items.includes(line))} />
        <See title="Each of its items" call={single} />
      </>
    );
  }
  for (const each of [lines, one]) {
    const known = knownAs(each);
    if (!told.has(known)) told.set(known, call);
  }
  return <Lines title={title} lines={lines} />;
}

/** A list by what it says, whatever of it is required. */
const knownAs = (lines: readonly FieldLine[]): string =>
  JSON.stringify(lines.map(({ path, type, says }) => [path, type, says]));

function See(props: { title: string; call: Pick<Call, "method" | "path">; more?: string }) {
  const { title, call, more = "" } = props;
  return (
    <p>
      {title}: the fields of{" "}
      <a href={`#${anchorOf(call)}`}>
        <code>
          {call.method} {call.path}
        </code>
      </a>
      {more}.
    </p>
  );
}

function Body(props: { type: string; schema: Schema; contract: Contract; call: Call; told: Told }) {
  const { type, schema, contract, call, told } = props;
  const lines = fieldsOf(schema, contract);
  if (lines.length > 0) return <Fields title="Body" lines={lines} call={call} told={told} />;
  const says = saysOf(schema, contract);
  return (
    <p>
      The body is <code>{type}</code>. {says}
    </p>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly FieldLine[] }) {
  return (
    <section class="scroll" tabindex={0} aria-label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Type</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ path, type, isRequired, says }) => (
            <tr>
              <th scope="row">
                <code>{path}</code>
                {isRequired ? <span class="quiet"> required</span> : null}
              </th>
              <td>{type}</td>
              <td>{says}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The call as a command, with the example that the contract gives for its body. */
function curlOf({ method, path, operation }: Call, contract: Contract): string {
  const needsKey = operation.security !== undefined;
  const [type, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const example = media?.schema ? resolved(media.schema, contract).example : undefined;
  return [
    `curl ${method === "GET" ? "" : `-X ${method} `}"$BASE${path}"`,
    ...(needsKey ? [`-H "Authorization: Bearer $KEY"`] : []),
    ...(type ? [`-H "Content-Type: ${type}"`] : []),
    ...(example === undefined ? [] : [`-d '${JSON.stringify(example).replaceAll("'", "'\\''")}'`]),
  ].join(" \\\n  ");
}
