/**
 * A form that was refused comes back as it was sent: the screen it stood on is shown again, with what was typed in
 * its place, the reason beside the field and the error's status. One way for every form of the console: no handler
 * has to know of it, and no screen.
 */
import type { Context } from "hono";
import { type Refusal, renderFormFault, renderRefused } from "../../pages/console/ui/refused.tsx";
import type { FieldError } from "../../usecases/errors.ts";
import type { ConsoleEnv, SentForm } from "../services.ts";
import { consoleLanguage } from "./desk.ts";

/** How the console answers a request; from within it, without the way through the network. */
export type Ask = (request: Request) => Response | Promise<Response>;

/** The screen on which a form stood, with the form as it was sent. Null where that screen cannot be shown. */
export async function givenBack(
  c: Context<ConsoleEnv>,
  sent: SentForm,
  { refusal, status }: { refusal: Refusal; status: number },
  ask: Ask,
): Promise<Response | null> {
  const shown = await screenAt(c, sent.from, ask);
  if (!shown) return null;
  const page = await shown.text();
  const language = consoleLanguage(c);
  const form = await findForm(page, sent);
  const placed = placeFaults(faultsOf(refusal), form);
  const note = renderRefused(language, refusal, { isInForm: form !== null, placed });
  const rewriter = new HTMLRewriter().on("main > .head", {
    element: (head) => void head.after(note, { html: true }),
  });
  if (form) {
    fillForm(rewriter, sent, form);
    showFaults(rewriter, form, placed, (at, message) => renderFormFault(language, at, message));
  }
  const headers = new Headers(shown.headers);
  return rewriter.transform(new Response(page, { status, headers }));
}

/** The screen at an address of the console, for whoever sends this request; null where there is none. */
async function screenAt(c: Context<ConsoleEnv>, path: string, ask: Ask): Promise<Response | null> {
  const { origin } = new URL(c.req.url);
  const headers = new Headers(c.req.raw.headers);
  for (const name of ["Content-Type", "Content-Length"]) headers.delete(name);
  const answer = await ask(new Request(origin + path, { headers, redirect: "manual" }));
  const isPage = (answer.headers.get("Content-Type") ?? "").startsWith("text/html");
  return answer.status === 200 && isPage ? answer : null;
}

/** A form in a page: which of its forms it is, the folds it lies in, and what can be typed or chosen in it. */
interface FoundForm {
  index: number;
  folds: ReadonlySet<number>;
  controls: readonly string[];
  isInline: boolean;
}

/** What says which form it is, and not what was typed. */
const unmatched = new Set(["token", "revision"]);
const texts = "input, textarea, select";

/**
 * Finds the form by where it goes and by what it says without being asked, since there may be one for each line; of
 * several the one that knows most of the names that were sent.
 */
async function findForm(page: string, sent: SentForm): Promise<FoundForm | null> {
  const candidates: (FoundForm & { unknown: number })[] = [];
  const sentNames = new Set(sent.fields.map(([name]) => name));
  const open: number[] = [];
  let [index, fold] = [-1, -1];
  let current = { goes: false, fits: true, names: new Set<string>(), controls: [] as string[] };
  const goesThere = (action: string | null) =>
    action !== null && decoded(action).split("?")[0] === sent.action;
  const rewriter = new HTMLRewriter()
    .on("details", {
      element(details) {
        open.push(++fold);
        details.onEndTag(() => void open.pop());
      },
    })
    .on("form", {
      element(form) {
        // What filters a table asks for the same address.
        const isSent = form.getAttribute("method") === "post";
        const goes = isSent && goesThere(form.getAttribute("action"));
        current = { goes, fits: true, names: new Set(), controls: [] };
        const isInline = (form.getAttribute("class") ?? "").split(" ").includes("inline");
        const here = { index: ++index, folds: new Set(open), isInline };
        form.onEndTag(() => {
          if (!current.goes || !current.fits) return;
          const { names, controls } = current;
          const unknown = [...sentNames].filter((name) => !names.has(name)).length;
          candidates.push({ ...here, controls, unknown });
        });
      },
    })
    .on("form button", {
      element(button) {
        current.names.add(button.getAttribute("name") ?? "");
        current.goes ||= goesThere(button.getAttribute("formaction"));
      },
    })
    .on("form input, form textarea, form select", {
      element(control) {
        const name = control.getAttribute("name") ?? "";
        current.names.add(name);
        if (control.getAttribute("type") !== "hidden") {
          if (isText(control)) current.controls.push(name);
          return;
        }
        const said = decoded(control.getAttribute("value") ?? "");
        const values = valuesOf(sent, name);
        const isSame = values.includes(said) || (values.length === 0 && said === "");
        if (!unmatched.has(name) && !isSame) current.fits = false;
      },
    });
  await rewriter.transform(new Response(page)).text();
  return candidates.sort((a, b) => a.unknown - b.unknown)[0] ?? null;
}

/** Puts what was sent into the form, and unfolds what it lies in. Secrets and files are chosen anew. */
function fillForm(rewriter: HTMLRewriter, sent: SentForm, form: FoundForm): void {
  const isHere = inForm(rewriter, form.index);
  let fold = -1;
  let chosen: string | undefined;
  const left = new Map<string, string[]>();
  /** The next of the texts that were sent by a name. */
  const next = (name: string): string | undefined => {
    const all = left.get(name) ?? valuesOf(sent, name);
    left.set(name, all);
    return all.shift();
  };
  rewriter
    .on("details", {
      element(details) {
        if (form.folds.has(++fold)) details.setAttribute("open", "");
      },
    })
    .on("form input", {
      element(input) {
        const type = input.getAttribute("type") ?? "text";
        const name = input.getAttribute("name");
        if (!isHere() || name === null || unfilled.has(type)) return;
        if (type === "checkbox" || type === "radio") {
          const value = decoded(input.getAttribute("value") ?? "on");
          if (valuesOf(sent, name).includes(value)) input.setAttribute("checked", "");
          else input.removeAttribute("checked");
          return;
        }
        const text = next(name);
        if (text !== undefined) input.setAttribute("value", encoded(text));
      },
    })
    .on("form textarea", {
      element(area) {
        const text = isHere() ? next(area.getAttribute("name") ?? "") : undefined;
        // A browser drops the first line end of a text area.
        if (text !== undefined) area.setInnerContent(text.startsWith("\n") ? `\n${text}` : text);
      },
    })
    .on("form select", {
      element(select) {
        chosen = isHere() ? next(select.getAttribute("name") ?? "") : undefined;
      },
    })
    .on("form option", {
      element(option) {
        if (!isHere() || chosen === undefined) return;
        if (decoded(option.getAttribute("value") ?? "") === chosen) {
          option.setAttribute("selected", "");
        } else option.removeAttribute("selected");
      },
    });
}

const unfilled = new Set(["hidden", "password", "file", "submit"]);
const unfaulted = new Set(["hidden", "submit", "checkbox", "radio"]);

const isText = (control: Element) => !unfaulted.has(control.getAttribute("type") ?? "");

/** What another input would mend, though nobody named its field. */
const mendable = new Set(["invalid", "unsupported-type", "too-large", "image-failed"]);

function faultsOf({ kind, detail, errors }: Refusal): readonly FieldError[] {
  return errors ?? (mendable.has(kind) ? [{ path: "", message: detail }] : []);
}

/** Which faults stand beside which field; "" is the head of the form. */
type Placed = ReadonlyMap<string, readonly string[]>;

/** A fault stands at the field of its name, and where a form has one field alone, there. */
function placeFaults(errors: readonly FieldError[], form: FoundForm | null): Placed {
  const placed = new Map<string, string[]>();
  if (!form) return placed;
  const names = new Set(form.controls);
  const [only = ""] = names.size === 1 ? names : [];
  for (const { path, message } of errors) {
    const bare = path.split(/[.[]/)[0] ?? "";
    const at = [path.replaceAll(".", "-"), bare].find((name) => names.has(name)) ?? only;
    if (at === "" && form.isInline) continue;
    const there = placed.get(at) ?? [];
    placed.set(at, there.includes(message) ? there : [...there, message]);
  }
  return placed;
}

/** Says what is wrong where it is wrong, and takes whoever looks there. */
function showFaults(
  rewriter: HTMLRewriter,
  form: FoundForm,
  placed: Placed,
  render: (at: string, messages: readonly string[]) => string,
): void {
  const isHere = inForm(rewriter, form.index);
  let at = -1;
  let isFirst = true;
  const said = new Set<string>();
  rewriter
    .on("form", {
      element(element) {
        if (++at !== form.index) return;
        const messages = placed.get("");
        if (messages) element.prepend(render("", messages), { html: true });
      },
    })
    .on(texts, {
      element(control) {
        const name = control.getAttribute("name") ?? "";
        const messages = isHere() && isText(control) ? placed.get(name) : undefined;
        if (!messages || name === "" || said.has(name)) return;
        said.add(name);
        const described = control.getAttribute("aria-describedby");
        const id = `${control.getAttribute("id") ?? `field-${name}`}-error`;
        control.setAttribute("aria-invalid", "true");
        control.setAttribute("aria-describedby", described ? `${described} ${id}` : id);
        if (isFirst) control.setAttribute("autofocus", "");
        isFirst = false;
        const html = render(id, messages);
        if (control.tagName === "input") control.after(html, { html: true });
        else control.onEndTag((end) => void end.after(html, { html: true }));
      },
    });
}

/** True while what is met lies in one of the page's forms. */
function inForm(rewriter: HTMLRewriter, index: number): () => boolean {
  let at = -1;
  let isHere = false;
  rewriter.on("form", {
    element(form) {
      isHere = ++at === index;
      form.onEndTag(() => {
        isHere = false;
      });
    },
  });
  return () => isHere;
}

const valuesOf = ({ fields }: SentForm, name: string) =>
  fields.filter(([key]) => key === name).map(([, value]) => value);

const entities = { "&quot;": '"', "&#39;": "'", "&lt;": "<", "&gt;": ">", "&amp;": "&" } as const;

/** What an attribute says; the rewriter reads and writes it as it stands in the page. */
const decoded = (text: string) =>
  text.replace(/&(?:quot|#39|lt|gt|amp);/g, (entity) => entities[entity as keyof typeof entities]);

const encoded = (text: string) => text.replaceAll("&", "&amp;");
