import type { ModelFailure } from "../../integrations/model.ts";
import { AppError } from "../errors.ts";

/** A model's failure as an error that says what to do about it. */
export function modelError(failure: ModelFailure): AppError {
  switch (failure.reason) {
    case "misconfigured":
      return new AppError(
        "model-not-configured",
        `This deployment's model is set up wrongly: ${failure.what}. Tell whoever runs it.`,
      );
    case "timeout":
      return new AppError(
        "model-timeout",
        "The model did not answer in time. Ask again, for one draft or for fewer wordings.",
      );
    case "rate-limited":
      return new AppError(
        "model-rate-limited",
        "The model takes no more questions for now. Ask again after the time in Retry-After.",
        undefined,
        failure.retryAfter,
      );
    case "refused":
      return new AppError(
        "model-refused",
        `The model refused with status ${failure.status}. Whoever runs this deployment should look at its address, key and model name.`,
      );
    case "unavailable":
      return new AppError(
        "model-unavailable",
        "The model cannot be reached, or broke. Ask again in a moment.",
      );
    case "malformed":
      return new AppError(
        "model-malformed",
        failure.what === "too-large"
          ? "The model's answer is too large to be read. Ask for fewer wordings."
          : "The model did not answer with a list of wordings. Ask again; another model may do better.",
      );
  }
}
