import type { NetworkInterfaceInfo } from "node:os";
import { expect, test } from "vitest";
import { describeDemo, networkAddresses, readyLine } from "../../../scripts/local/summary.ts";

const demo = { workspaceId: "aw1", apiKey: "sk_x", kitPath: "/kit/t", sharePath: "/s/c" };

test("the ready line is one line of JSON with every address", () => {
  const line = readyLine(
    "http://127.0.0.1:1",
    "secret",
    demo,
    "http://127.0.0.1:1/console/sign-in/t",
  );
  expect(line).not.toContain("\n");
  expect(JSON.parse(line.replace(/^ready /, ""))).toEqual({
    baseUrl: "http://127.0.0.1:1",
    workspaceId: "aw1",
    apiKey: "sk_x",
    adminSecret: "secret",
    kitUrl: "http://127.0.0.1:1/kit/t",
    shareUrl: "http://127.0.0.1:1/s/c",
    consoleUrl: "http://127.0.0.1:1/console/sign-in/t",
    docsUrl: "http://127.0.0.1:1/docs",
  });
});

test("a person is shown whole addresses and no secret of the deployment", () => {
  const text = describeDemo("http://127.0.0.1:1", demo, "http://127.0.0.1:1/console/sign-in/t");
  for (const part of ["/kit/t", "/s/c", "/console/sign-in/t"].map(
    (path) => `http://127.0.0.1:1${path}`,
  )) {
    expect(text).toContain(part);
  }
  expect(text).toContain("sk_x");
  expect(text).not.toMatch(/^ready /m);
});

test("of a demo that was cleared only what still leads somewhere is shown", () => {
  const { kitPath: _, sharePath: __, ...cleared } = demo;
  const text = describeDemo("http://127.0.0.1:1", cleared, "", ["http://192.168.1.5:1"]);
  expect(text).not.toMatch(/undefined|share link|kit|phone/);
  expect(text).toContain("write a post of your own");
  const ready = JSON.parse(
    readyLine("http://127.0.0.1:1", "secret", cleared, "http://127.0.0.1:1/c").slice(6),
  );
  expect(ready).toMatchObject({ apiKey: "sk_x", docsUrl: "http://127.0.0.1:1/docs" });
  expect(ready).not.toHaveProperty("kitUrl");
});

test("a phone is shown every address of this machine in its networks, and no loopback", () => {
  const of = (address: string, family: "IPv4" | "IPv6", internal: boolean) =>
    ({ address, family, internal }) as NetworkInterfaceInfo;
  const elsewhere = networkAddresses(
    {
      lo: [of("127.0.0.1", "IPv4", true)],
      eth0: [of("192.168.1.5", "IPv4", false), of("fe80::1", "IPv6", false)],
      gone: undefined,
    },
    8787,
  );
  expect(elsewhere).toEqual(["http://192.168.1.5:8787"]);
  expect(describeDemo("http://127.0.0.1:8787", demo, "", elsewhere)).toContain(
    "http://192.168.1.5:8787/s/c",
  );
});
