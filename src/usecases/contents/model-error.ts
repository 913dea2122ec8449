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
        "The model did not answer in time. Ask again, for one draft at a time, or set MODEL_TIMEOUT_MS higher.",
      );
    case "rate-limited":
      return new AppError(
        "model-rate-limited",
        "The model takes no more questions for now. Ask again after the time in Retry-After.",
        undefined,
        failure.retryAfter,
      );
    case "spent":
      return new AppError(
        "model-spent",
        "What this account may ask of the model free of charge is used up for today. Ask again after midnight UTC, or move the account to a paid plan.",
      );
    case "needs-plan":
      return new AppError(
        "model-needs-plan",
        "This model needs a paid plan. Whoever runs this deployment can take the plan, or name another model in MODEL_NAME.",
      );
    case "cut-short":
      return new AppError(
        "model-cut-short",
        "The model used up its answer's length on thinking and said nothing. Name a model that does not think aloud in MODEL_NAME, or switch its thinking off.",
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
          ? "The model's answer is too large to be read. Ask for one draft at a time."
          : "The model did not answer with options that can be read. Ask again; another model may do better.",
      );
  }
}
