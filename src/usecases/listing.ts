import { BadCursor, type Page, type PageQuery } from "../storage/page.ts";
import { AppError } from "./errors.ts";

/** Turns a page of rows into a page of views; a cursor that is not ours becomes a clear error. */
export async function viewPage<Row, View>(
  pending: Promise<Page<Row>>,
  view: (row: Row) => View | Promise<View>,
): Promise<Page<View>> {
  try {
    const { items, nextCursor } = await pending;
    return { items: await Promise.all(items.map(view)), nextCursor };
  } catch (error) {
    if (error instanceof BadCursor) {
      throw new AppError(
        "bad-cursor",
        "The cursor is not one of ours. Pass nextCursor of the page before, or leave it out to start again.",
      );
    }
    throw error;
  }
}

export type { PageQuery };
