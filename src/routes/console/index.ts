/** The console: who comes in, and its screens. Each calls the use cases that the API calls, as its own actor. */
import { Hono } from "hono";
import { methodsOf } from "../methods.ts";
import { nothingHere } from "../public/nothing-here.ts";
import type { ConsoleEnv } from "../services.ts";
import { addActivity } from "./activity.ts";
import { addAlerts } from "./alerts.ts";
import { addBriefing } from "./briefing.ts";
import { asPublic } from "./context.ts";
import { addEditor } from "./editor.ts";
import { consoleError } from "./error.ts";
import { addIntegrations } from "./integrations.ts";
import { addLinks } from "./links.ts";
import { addManage } from "./manage.ts";
import { addNodes } from "./nodes.ts";
import { addPeople } from "./people.ts";
import { addPictures } from "./pictures.ts";
import { addPosts } from "./posts.ts";
import { addReaders } from "./readers.ts";
import { addRollOut } from "./roll-out.ts";
import { addRules } from "./rules.ts";
import { addSession, signedIn } from "./session.ts";
import { addSettings } from "./settings.ts";
import { addSpread } from "./spread.ts";
import { addViewer } from "./viewer.ts";
import { addWeek } from "./week.ts";
import { addWorkshop } from "./workshop.ts";

function createConsole(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  addSession(app);
  app.use("/console", signedIn);
  app.use("/console/*", signedIn);
  addWeek(app);
  addPosts(app);
  addEditor(app);
  addPictures(app);
  addRollOut(app);
  addActivity(app);
  addReaders(app);
  addViewer(app);
  addAlerts(app);
  addBriefing(app);
  addNodes(app);
  addRules(app);
  addSpread(app);
  addWorkshop(app);
  addPeople(app);
  addLinks(app);
  addManage(app);
  addSettings(app);
  addIntegrations(app);
  const methodsAt = methodsOf(app);
  app.notFound((c) => nothingHere(asPublic(c), methodsAt));
  app.onError((error, c) => consoleError(error, c));
  return app;
}

export const consoleApp = createConsole();
