import type { OpenAPIHono } from "@hono/zod-openapi";
import { uploadImage } from "../../usecases/images/upload-image.ts";
import type { ManagementEnv } from "../services.ts";
import { define, z } from "./define.ts";
import { contentId } from "./fields.ts";

const image = z
  .object({ id: z.string(), width: z.int(), height: z.int(), url: z.string() })
  .openapi("Image");

const binary = z.string().openapi({ format: "binary" });

const upload = define({
  method: "post",
  path: "/v1/contents/{id}/images",
  scope: "write",
  tag: "Images",
  summary: "Add an image to a content: JPEG, PNG or WebP, at most 20 MB",
  request: {
    params: z.object({ id: contentId }),
    body: {
      content: {
        "image/jpeg": { schema: binary },
        "image/png": { schema: binary },
        "image/webp": { schema: binary },
      },
    },
  },
  status: 201,
  answer: image,
});

export function addImageRoutes(api: OpenAPIHono<ManagementEnv>): void {
  api.openapi(upload, async (c) => {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    return c.json(await uploadImage(c.get("caller"), c.req.valid("param").id, bytes), 201);
  });
}
