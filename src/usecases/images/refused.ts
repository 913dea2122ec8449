import { ImageRefused, type RefusalReason } from "../../variation/image/index.ts";
import { AppError, type ErrorCode } from "../errors.ts";

const codes: Record<RefusalReason, ErrorCode> = {
  "image-empty": "invalid",
  "image-type-unsupported": "unsupported-type",
  "image-coding-unsupported": "unsupported-type",
  "image-colour-unsupported": "unsupported-type",
  "image-too-large": "too-large",
  "image-truncated": "invalid",
  "image-damaged": "invalid",
};

/** Does something with an uploaded image; a refusal becomes an error the caller can act on. */
export function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw refusalOf(error);
  }
}

/** The same for work that takes its time. */
export async function refusingLater<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof ImageRefused)) return error;
  const { reason, message } = error;
  return new AppError(codes[reason], message, [{ path: "body", message: reason }]);
}
