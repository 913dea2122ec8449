/** The types that routes and pages name; they come from storage, which those do not import. */
export type {
  ApiKeyId,
  ContactId,
  ContentId,
  ImageId,
  JobId,
  LinkCode,
  SenderId,
  ViewerId,
} from "../storage/ids.ts";
export type { ApiScope } from "../storage/schema.ts";
export type { Once } from "../storage/scope.ts";
