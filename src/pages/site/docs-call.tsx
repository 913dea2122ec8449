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

/** One call: what it does, what it takes, what it answers, and how it is written. */
export function CallDetails({ call, contract }: { call: Call; contract: Contract }) {
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
      {body ? <Body type={body[0]} schema={body[1].schema ?? {}} contract={contract} /> : null}
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
            {lines.length > 0 ? <Lines title={`Answer ${status}`} lines={lines} /> : null}
          </details>
        );
      })}
    </section>
  );
}

function Body(props: { type: string; schema: Schema; contract: Contract }) {
  const { type, schema, contract } = props;
  const lines = fieldsOf(schema, contract);
  if (lines.length > 0) return <Lines title="Body" lines={lines} />;
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
