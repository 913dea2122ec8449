import type { OpenAPIHono } from "@hono/zod-openapi";
import { imageStatuses } from "../../domain/vocabulary.ts";
import { awaitImage, maxPatience } from "../../usecases/images/await-image.ts";
import { deleteImage } from "../../usecases/images/delete-image.ts";
import { ownAdvice } from "../../usecases/images/own-share.ts";
import { placeComponents } from "../../usecases/images/place-components.ts";
import { previewImage } from "../../usecases/images/preview-image.ts";
import { showImage } from "../../usecases/images/show-image.ts";
import { uploadImage } from "../../usecases/images/upload-image.ts";
import { varyUpload } from "../../usecases/images/vary-upload.ts";
import type { ManagementEnv } from "../services.ts";
import { givenComponents, shownComponents } from "./components.ts";
import { binary, define, imageBody, serve, show, z } from "./define.ts";
import { contentId, failure, imageId, json, senderId } from "./fields.ts";
import { patienceOf, takeFile } from "./request.ts";

const pixels = z.int().min(0).max(100_000);
const qrPlace = z.object({ x: pixels, y: pixels, size: pixels.min(1) });
const linePlace = z.object({ x: pixels, y: pixels, width: pixels.min(1), height: pixels.min(1) });

export const image = z
  .object({
    id: z.string(),
    status: z.enum(imageStatuses),
    width: z.int(),
    height: z.int(),
    qr: qrPlace.nullable(),
    line: linePlace.nullable(),
    components: shownComponents,
    url: z.string().openapi({
      description: "Never changes. 503 with Retry-After while the image is processing",
    }),
    jobId: z.string().optional().openapi({ description: "While processing: the job to follow" }),
    own: z
      .object({
        texture: z.number().min(0).max(1).openapi({
          description:
            "The share of the area whose pixels differ from sender to sender by themselves",
        }),
        advice: z
          .array(z.object({ kind: z.enum(ownAdvice), text: z.string() }))
          .readonly()
          .openapi({ description: "Where nobody could tell senders' pictures apart: what helps" }),
      })
      .optional()
      .openapi({ description: "Once it is ready: what of it is each sender's own" }),
    error: failure.optional().openapi({ description: "Where it failed: why" }),
  })
  .openapi("Image");

/** Senders of whom something cannot be drawn. */
export const undrawn = z
  .object({
    count: z.int(),
    senders: z.array(
      z.object({
        senderId: z.string(),
        characters: z.array(z.string()),
        scripts: z.array(z.string()).openapi({ description: "Scripts whose letters need shaping" }),
        lacksPortrait: z.boolean().openapi({
          description:
            "An avatar is placed and this sender has no portrait: nothing is drawn there",
        }),
      }),
    ),
  })
  .openapi({
    description:
      "Of whom something cannot be drawn on pictures: texts are left out as a whole; the first twenty are named",
  });

const placing = z
  .object({
    components: givenComponents.nullish(),
    qr: qrPlace
      .nullish()
      .openapi({ description: "A code on white, for an image without components" }),
    line: linePlace.nullish().openapi({ description: "Name, title and phone on white, likewise" }),
  })
  .openapi("ImagePlacing", {
    example: {
      components: [
        { type: "text", x: 40, y: 1300, width: 700, height: 64, text: "{name} · {title}" },
        { type: "qr", x: 820, y: 1140, width: 240, height: 240 },
      ],
    },
  });

const placed = image.extend({ undrawn }).openapi("PlacedImage");

const byId = { params: z.object({ id: contentId, imageId }) };

const upload = define({
  method: "post",
  path: "/v1/contents/{id}/images",
  scope: "write",
  tag: "Images",
  summary:
    "Add an image to a content: JPEG (50 megapixels), PNG (25) or WebP (6), at most 20 MB, as the body or as the one file of a form",
  request: {
    params: z.object({ id: contentId }),
    headers: z.object({
      prefer: z.string().optional().openapi({
        description:
          "respond-async answers 202 at once, wait=SECONDS after so long; by default after 15 s",
        example: "respond-async",
      }),
    }),
    body: imageBody,
  },
  outcome: "created",
  answer: image,
  also: { accepted: "The image is still processing; Location says where to look" },
});

const read = define({
  method: "get",
  path: "/v1/contents/{id}/images/{imageId}",
  scope: "read",
  tag: "Images",
  summary: "Read an image of the draft: whether it is processing, ready or failed, and why",
  request: byId,
  answer: image,
});

const mark = define({
  method: "patch",
  path: "/v1/contents/{id}/images/{imageId}",
  scope: "write",
  tag: "Images",
  summary: "Say what of a sender is drawn where, in pixels of the upright image",
  request: { ...byId, ...json(placing) },
  answer: placed,
});

const preview = define({
  method: "get",
  path: "/v1/contents/{id}/images/{imageId}/preview",
  scope: "read",
  tag: "Images",
  summary: "The image as a sender will get it, before it is published; its code leads nowhere",
  request: { ...byId, query: z.object({ senderId }) },
  answer: z.object({ url: z.string(), width: z.int(), height: z.int() }).openapi("ImagePreview"),
});

const remove = define({
  method: "delete",
  path: "/v1/contents/{id}/images/{imageId}",
  scope: "write",
  tag: "Images",
  summary: "Take an image out of the draft",
  request: byId,
});

const vary = define({
  method: "post",
  path: "/v1/variations/image",
  scope: "write",
  tag: "Variations",
  summary:
    "Vary an image for a seed: the same image and seed give the same bytes; nothing is stored",
  request: { query: z.object({ seed: z.string().min(1).max(200) }), body: imageBody },
  types: { "image/jpeg": binary },
});

export function addImageRoutes(api: OpenAPIHono<ManagementEnv>): void {
  serve(api, upload, async (c) => {
    const caller = c.get("caller");
    const { id } = c.req.valid("param");
    const begun = await uploadImage(caller, id, await takeFile(c));
    const { prefer } = c.req.valid("header");
    const made = await awaitImage(caller, begun, patienceOf(prefer, maxPatience));
    c.header("Location", `/v1/contents/${id}/images/${made.answer.id}`);
    if (made.outcome === "accepted") c.header("Retry-After", "1");
    return made;
  });
  show(api, read, (c) => {
    const { id, imageId: one } = c.req.valid("param");
    return showImage(c.get("caller"), id, one);
  });
  serve(api, mark, (c) => {
    const { id, imageId: one } = c.req.valid("param");
    return placeComponents(c.get("caller"), id, one, c.req.valid("json"));
  });
  show(api, preview, (c) => {
    const { id, imageId: previewed } = c.req.valid("param");
    return previewImage(c.get("caller"), id, previewed, c.req.valid("query").senderId);
  });
  serve(api, remove, (c) => {
    const { id, imageId: one } = c.req.valid("param");
    return deleteImage(c.get("caller"), id, one);
  });
  show(api, vary, async (c) => {
    const varied = await varyUpload(c.get("caller"), () => takeFile(c), c.req.valid("query").seed);
    return c.body(varied, 200, { "Content-Type": "image/jpeg" });
  });
}
