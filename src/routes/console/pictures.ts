/** The pictures of a post: uploaded, dealt, and what of a sender is drawn where on them. */
import type { Context, Hono } from "hono";
import { type ContentId, type ImageId, parseId, type SenderId } from "../../domain/ids.ts";
import { imageDeals } from "../../domain/vocabulary.ts";
import { type PicturesProps, renderPictures } from "../../pages/console/screens/pictures.tsx";
import { type PlaceFault, renderChecked, renderPlace } from "../../pages/console/screens/place.tsx";
import {
  fieldsOf,
  type PlacedFields,
  placedFields,
} from "../../pages/console/screens/placed-part.tsx";
import { wordsOf } from "../../pages/console/words/index.ts";
import { getContent } from "../../usecases/contents/get-content.ts";
import { updateContent } from "../../usecases/contents/update-content.ts";
import { AppError } from "../../usecases/errors.ts";
import { awaitImage, maxPatience } from "../../usecases/images/await-image.ts";
import { checkComponents } from "../../usecases/images/check-components.ts";
import { deleteImage } from "../../usecases/images/delete-image.ts";
import { placeComponents } from "../../usecases/images/place-components.ts";
import { previewImage } from "../../usecases/images/preview-image.ts";
import { showImage } from "../../usecases/images/show-image.ts";
import { uploadImage } from "../../usecases/images/upload-image.ts";
import { listSenders } from "../../usecases/senders/list-senders.ts";
import { givenComponents } from "../management/components.ts";
import type { ConsoleEnv } from "../services.ts";
import { consoleLanguage, postScreen } from "./desk.ts";
import { idOf } from "./editor.ts";
import { after, checked, type Form, readFileForm, readForm } from "./forms.ts";

const forms = ["picture", "picture-deal", "picture-delete"];
/** So many colleagues can be chosen for a preview, the newest first. */
const chosen = 100;
const mostParts = 12;

export function addPictures(app: Hono<ConsoleEnv>): void {
  app.get("/console/posts/:id/pictures", async (c) => {
    const view = await picturesOf(c);
    return await postScreen(c, idOf(c), forms, (desk) => renderPictures(desk, view));
  });

  app.post("/console/posts/:id/pictures", async (c) => {
    const id = idOf(c);
    const file = await readFileForm(c, "picture");
    const begun = await uploadImage(c.get("holder"), id, file);
    await awaitImage(c.get("holder"), begun, maxPatience);
    return after(c, `/console/posts/${id}/pictures`, "saved");
  });

  app.post("/console/posts/:id/pictures/deal", async (c) => {
    const form = await readForm(c, "picture-deal");
    const imageDeal = imageDeals.find((each) => each === form.text("deal"));
    const id = idOf(c);
    if (imageDeal) await updateContent(c.get("holder"), id, { imageDeal });
    return after(c, `/console/posts/${id}/pictures`, "saved");
  });

  app.get("/console/posts/:id/pictures/:image", async (c) => {
    const { components } = await showImage(c.get("holder"), idOf(c), imageIdOf(c));
    return await placing(c, components.map(fieldsOf), []);
  });

  app.post("/console/posts/:id/pictures/:image", async (c) => {
    const form = await readForm(c, "place");
    const [id, image] = [idOf(c), imageIdOf(c)];
    const parts = partsOf(form);
    const faults = await faultsOf(async () => {
      await placeComponents(c.get("holder"), id, image, { components: given(parts) });
    });
    if (faults.length > 0) return await placing(c, parts, faults);
    return after(c, `/console/posts/${id}/pictures/${image}`, "saved");
  });

  app.post("/console/posts/:id/pictures/:image/check", async (c) => {
    const parts = partsOf(await readForm(c, "place"));
    const faults = await faultsOf(() =>
      checkComponents(c.get("holder"), idOf(c), imageIdOf(c), given(parts)),
    );
    const language = consoleLanguage(c);
    const { good } = wordsOf("pictures", language);
    return c.html(renderChecked(language, faults, good), 200, { "Cache-Control": "no-store" });
  });

  app.post("/console/posts/:id/pictures/:image/delete", async (c) => {
    await readForm(c, "picture-delete");
    const id = idOf(c);
    await deleteImage(c.get("holder"), id, imageIdOf(c));
    return after(c, `/console/posts/${id}/pictures`, "removed");
  });
}

async function picturesOf(c: Context<ConsoleEnv>): Promise<PicturesProps> {
  const { id, title, imageDeal, images } = await getContent(c.get("holder"), idOf(c));
  return { id, title, imageDeal, images };
}

async function placing(
  c: Context<ConsoleEnv>,
  parts: readonly PlacedFields[],
  faults: readonly PlaceFault[],
): Promise<Response> {
  const holder = c.get("holder");
  const [id, imageId]: [ContentId, ImageId] = [idOf(c), imageIdOf(c)];
  const [{ title }, image, { items: people }] = await Promise.all([
    getContent(holder, id),
    showImage(holder, id, imageId),
    listSenders(holder, { limit: chosen }),
  ]);
  const of = parseId<SenderId>(c.req.query("sender")) ?? null;
  const shown = await Promise.all(
    tellingFirst(people, of).map(async (one) => ({
      name: one.name,
      picture: await previewImage(holder, id, imageId, one.id),
    })),
  );
  const props = { id, title, image, parts, faults, people, chosen: of, shown };
  const status = faults.length > 0 ? 422 : 200;
  return await postScreen(c, id, ["place"], (desk) => renderPlace(desk, props), status);
}

/** Three who show what a place has to hold: the longest name, the shortest, and who was chosen. */
function tellingFirst<T extends { id: SenderId; name: string }>(
  people: readonly T[],
  of: SenderId | null,
): T[] {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length);
  const wanted = [people.find(({ id }) => id === of), byLength[0], byLength.at(-1), ...people];
  return [...new Set(wanted.filter((one) => one !== undefined))].slice(0, 3);
}

function imageIdOf(c: Context<ConsoleEnv>): ImageId {
  const id = parseId<ImageId>(c.req.param("image"));
  if (id) return id;
  throw new AppError("not-found", "There is no such picture. Go back to the post's pictures.");
}

/** What stands in the form; a part of no kind is none. */
function partsOf(form: Form): PlacedFields[] {
  const columns = placedFields.map((name) => [name, form.all(name)] as const);
  const count = Math.min(mostParts, form.all("type").length);
  return Array.from({ length: count }, (_, i) => {
    return Object.fromEntries(columns.map(([name, all]) => [name, all[i] ?? ""])) as PlacedFields;
  }).filter(({ type }) => type !== "");
}

/** The same as the API takes it. Throws `invalid`. */
function given(parts: readonly PlacedFields[]) {
  const components = parts.map(({ type, text, color, align, form, ...part }) => {
    const [x, y, width, height] = [part.x, part.y, part.width, part.height].map(Number);
    const background = {
      shape: part.background,
      color: part.ground,
      opacity: Number(part.opacity),
    };
    const placed = { type, x, y, width, height, background };
    if (type === "qr") return { ...placed, color };
    if (type === "avatar") return { ...placed, shape: form };
    return { ...placed, text, color, align, lines: Number(part.lines) };
  });
  return checked(givenComponents, components);
}

/** What is wrong, in sentences, each of the part that its path numbers. */
async function faultsOf(act: () => Promise<void>): Promise<PlaceFault[]> {
  try {
    await act();
    return [];
  } catch (error) {
    if (!(error instanceof AppError) || !["invalid", "conflict"].includes(error.code)) throw error;
    const errors = error.errors ?? [];
    if (errors.length === 0) return [{ part: null, message: error.detail }];
    return errors.map(({ path, message }) => {
      const number = /\[(\d+)\]/.exec(path)?.[1];
      return { part: number === undefined ? null : Number(number), message };
    });
  }
}
