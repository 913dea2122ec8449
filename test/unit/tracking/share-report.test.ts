import { expect, test } from "vitest";
import { shareDestinations } from "../../../src/domain/vocabulary.ts";
import { decodeMessage } from "../../../src/tracking/beat-message.ts";
import { MAX_TOKEN_CHARS } from "../../../src/tracking/protocol.ts";
import { decodeConsent, decodeCount, isTick } from "../../../src/tracking/queue-messages.ts";
import { decodeShare, parseShareReport, shareMessage } from "../../../src/tracking/share-report.ts";
import { claimsOf } from "./support.ts";

test("a page says where its reader passed it on to", () => {
  for (const to of shareDestinations) {
    expect(parseShareReport({ token: "aVisit~1~mac", to })).toEqual({ token: "aVisit~1~mac", to });
  }
});

test("what is no report is refused", () => {
  const token = "aVisit~1~mac";
  for (const fields of [
    {},
    { token },
    { to: "chat" },
    { token, to: "email" },
    { token, to: ["chat"] },
    { token: "", to: "chat" },
    { token: 7, to: "chat" },
    { token: "a".repeat(MAX_TOKEN_CHARS + 1), to: "chat" },
  ]) {
    expect(parseShareReport(fields), JSON.stringify(fields)).toBeUndefined();
  }
});

test("a report comes out of the queue as it went in, and is taken for nothing else", () => {
  const shared = { claims: claimsOf(), to: "moments" } as const;
  const message = shareMessage(shared);
  expect(decodeShare(message)).toEqual(shared);
  // The first character names the shard, as of every message.
  expect(message.startsWith("a")).toBe(true);
  for (const other of [decodeMessage, decodeConsent, decodeCount]) {
    expect(other(message)).toBeUndefined();
  }
  expect(isTick(message)).toBe(false);
});

test("a message that this system did not write is no report", () => {
  const message = shareMessage({ claims: claimsOf(), to: "chat" });
  for (const broken of [
    "",
    message.replace("share1", "share2"),
    message.replace("chat", "email"),
    `${message} more`,
    message.slice(message.indexOf(" ") + 1),
  ]) {
    expect(decodeShare(broken), broken).toBeUndefined();
  }
});
