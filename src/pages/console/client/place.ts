/**
 * Placing the sender's block: a box on the picture for each part, dragged and sized by a finger or a mouse, and
 * drawn where there is none yet. What stands in the fields is the truth; boxes write there and follow it. What is
 * wrong is asked a moment after the last change.
 */
const checkMs = 600;
/** What is drawn smaller was a slip of the finger. */
const smallest = 16;

export function watchPlace(): void {
  const form = document.querySelector<HTMLFormElement>("[data-place]");
  const stage = form?.querySelector<HTMLElement>("[data-stage]");
  const image = stage?.querySelector("img");
  if (!form || !stage || !image) return;
  const wide = Number(image.getAttribute("width"));
  const high = Number(image.getAttribute("height"));
  const scale = () => image.clientWidth / wide;
  let timer = 0;
  const changed = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      check(form).catch(() => {});
    }, checkMs);
  };
  const box = (part: HTMLElement) => addBox(part, stage, { wide, high, scale, changed });
  const boxes = Array.from(form.querySelectorAll<HTMLElement>("[data-part]")).map(box);
  const all = () => {
    const last = boxes[boxes.length - 1];
    // As soon as it is said what the last part is, there is room for another.
    if (last?.kind.value) boxes.push(box(another(last.part, boxes.length)));
    for (const { follow } of boxes) follow();
  };
  form.addEventListener("input", () => {
    all();
    changed();
  });
  image.addEventListener("pointerdown", (begun) => {
    const drawn = boxes[boxes.length - 1];
    if (!drawn || drawn.kind.value) return;
    const { left, top } = image.getBoundingClientRect();
    drawn.kind.selectedIndex = 1;
    drawn.begin((begun.clientX - left) / scale(), (begun.clientY - top) / scale());
    drawn.drag(begun, true, () => {
      drawn.settle();
      all();
    });
  });
  all();
}

type Stage = { wide: number; high: number; scale: () => number; changed: () => void };
type Side = "x" | "y" | "width" | "height";

/** A part of no kind yet, below the last one. */
function another(part: HTMLElement, index: number): HTMLElement {
  const next = part.cloneNode(false) as HTMLElement;
  next.innerHTML = part.innerHTML.replace(/-\d+(?=["-])/g, `-${index}`);
  part.after(next);
  return next;
}

/** Lays a part's box on the stage; returns what makes it follow its fields, and what draws it. */
function addBox(part: HTMLElement, stage: HTMLElement, { wide, high, scale, changed }: Stage) {
  const box = document.createElement("div");
  const label = document.createElement("span");
  const corner = document.createElement("div");
  box.className = "box";
  corner.className = "corner";
  box.append(label, corner);
  stage.append(box);
  const field = (name: string) =>
    part.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`);
  const read = (name: Side) => Number((field(name) || { value: "0" }).value);
  const put = (name: Side, value: number, most: number) => {
    const input = field(name);
    if (input) input.value = String(Math.round(Math.max(0, Math.min(most, value))));
  };
  const kind = field("type") as HTMLSelectElement;
  const follow = () => {
    const option = kind.selectedOptions[0];
    box.hidden = kind.value === "";
    label.textContent = option ? option.text : "";
    // In parts of the picture, so that they stay where they are whatever its width becomes.
    box.style.left = `${(read("x") / wide) * 100}%`;
    box.style.top = `${(read("y") / high) * 100}%`;
    box.style.width = `${(read("width") / wide) * 100}%`;
    box.style.height = `${(read("height") / high) * 100}%`;
  };
  const drag = (begun: PointerEvent, isSizing: boolean, done: () => void) => {
    begun.preventDefault();
    const from = { x: read("x"), y: read("y"), width: read("width"), height: read("height") };
    const move = (event: PointerEvent) => {
      const right = (event.clientX - begun.clientX) / scale();
      const down = (event.clientY - begun.clientY) / scale();
      if (isSizing) {
        put("width", Math.max(8, from.width + right), wide - from.x);
        put("height", Math.max(8, from.height + down), high - from.y);
      } else {
        put("x", from.x + right, wide - from.width);
        put("y", from.y + down, high - from.height);
      }
      follow();
    };
    const end = () => {
      box.removeEventListener("pointermove", move);
      done();
      changed();
    };
    box.setPointerCapture(begun.pointerId);
    box.addEventListener("pointermove", move);
    box.addEventListener("pointerup", end, { once: true });
    box.addEventListener("pointercancel", end, { once: true });
  };
  box.addEventListener("pointerdown", (begun) => drag(begun, begun.target === corner, () => {}));
  /** A box of no size yet, to be drawn from there. */
  const begin = (x: number, y: number) => {
    put("x", x, wide - 8);
    put("y", y, high - 8);
    put("width", 8, wide);
    put("height", 8, high);
    follow();
  };
  /** It stays where it was drawn on purpose, and asks what it is. */
  const settle = () => {
    if (read("width") < smallest || read("height") < smallest) kind.value = "";
    else kind.focus();
  };
  return { part, kind, follow, drag, begin, settle };
}

/** Asks what is wrong with the block as it stands, and shows the answer. */
async function check(form: HTMLFormElement): Promise<void> {
  const place = form.querySelector<HTMLElement>("[data-checked]");
  const fields = new URLSearchParams();
  new FormData(form).forEach((value, name) => {
    if (typeof value === "string") fields.append(name, value);
  });
  const answer = await fetch(form.dataset.check || "", {
    method: "POST",
    credentials: "same-origin",
    body: fields,
  });
  if (place && answer.ok) place.innerHTML = await answer.text();
}
