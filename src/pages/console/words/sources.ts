/** All words of the console as they are written; the build makes the third language of the first. */
import { activity } from "./activity.ts";
import { acts } from "./acts.ts";
import { alerts } from "./alerts.ts";
import { apps } from "./apps.ts";
import { briefing } from "./briefing.ts";
import { done } from "./done.ts";
import { editor } from "./editor.ts";
import { enough } from "./enough.ts";
import { faults } from "./faults.ts";
import { frame } from "./frame.ts";
import { integrations } from "./integrations.ts";
import { links } from "./links.ts";
import { manage } from "./manage.ts";
import { nodes } from "./nodes.ts";
import { people } from "./people.ts";
import { pictures } from "./pictures.ts";
import { posts } from "./posts.ts";
import { readers } from "./readers.ts";
import { report } from "./report.ts";
import { rollOut } from "./roll-out.ts";
import { rules } from "./rules.ts";
import { signIn } from "./sign-in.ts";
import { spread } from "./spread.ts";
import { table } from "./table.ts";
import { viewer } from "./viewer.ts";
import { week } from "./week.ts";
import { workshop } from "./workshop.ts";

export const sources = {
  activity,
  acts,
  alerts,
  apps,
  briefing,
  done,
  editor,
  enough,
  faults,
  frame,
  integrations,
  links,
  manage,
  nodes,
  people,
  pictures,
  posts,
  readers,
  report,
  rollOut,
  rules,
  signIn,
  spread,
  table,
  viewer,
  week,
  workshop,
};
