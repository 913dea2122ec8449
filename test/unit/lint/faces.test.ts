import { expect, test } from "vitest";
import { lint } from "../../support/lint.ts";

const importing = (from: string) => `import { x } from "${from}";\nx();\n`;

test("a face imports its own folder, the shell and views, and nothing of another room", async () => {
  const said = await lint({
    "src/pages/kit/own.tsx": importing("./words.ts"),
    "src/pages/kit/shell.tsx": importing("../shell/layout.tsx"),
    "src/pages/kit/view.tsx": importing("../../usecases/kit/show-kit.ts"),
    "src/pages/kit/generated.tsx": importing("../../generated/faces.ts"),
    "src/pages/kit/face.tsx": importing("../reader/words.ts"),
    "src/pages/kit/storage.tsx": importing("../../storage/ids.ts"),
    "src/pages/kit/tracking.tsx": importing("../../tracking/index.ts"),
    "src/pages/kit/script.tsx": importing("./client/say.ts"),
    "src/pages/shell/face.tsx": importing("../kit/words.ts"),
  });
  const refused = Object.keys(said).filter((path) => said[path] !== "");
  expect(refused.map((path) => path.split("/").slice(2).join("/"))).toEqual([
    "kit/face.tsx",
    "kit/storage.tsx",
    "kit/tracking.tsx",
    "kit/script.tsx",
    "shell/face.tsx",
  ]);
  for (const path of refused) expect(said[path]).toContain("A face imports its own folder");
});

test("a face's script imports its own folder and nothing else", async () => {
  const said = await lint({
    "src/pages/kit/client/own.ts": importing("./say.ts"),
    "src/pages/kit/client/page.ts": importing("../words.ts"),
    "src/pages/kit/client/shell.ts": importing("../../shell/language.ts"),
    "src/pages/kit/client/package.ts": importing("hono"),
  });
  const refused = Object.keys(said).filter((path) => said[path] !== "");
  expect(refused.map((path) => path.split("/").at(-1))).toEqual([
    "page.ts",
    "shell.ts",
    "package.ts",
  ]);
});
