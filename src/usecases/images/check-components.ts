import type { ContentId, ImageId } from "../../domain/ids.ts";
import { requireScope } from "../kernel/actor.ts";
import type { Caller } from "../kernel/context.ts";
import { checkContrast } from "./check-contrast.ts";
import { checkPlaces } from "./check-places.ts";
import { completed, type GivenComponent } from "./complete.ts";
import { imageOf } from "./place-components.ts";

/** Whether a block could be placed on an image; keeps nothing. Throws as `placeComponents` does. */
export async function checkComponents(
  caller: Caller,
  contentId: ContentId,
  imageId: ImageId,
  given: readonly GivenComponent[],
): Promise<void> {
  requireScope(caller, "read");
  const image = await imageOf(caller, contentId, imageId);
  const components = given.map((one) => completed(image, one));
  checkPlaces(caller, image, components);
  await checkContrast(caller, image, components);
}
