/** The console's behaviour. Every screen works without it; with it, keys go places and forms ask first. */
import { askFirst } from "./ask.ts";
import { watchColour } from "./colour.ts";
import { watchEditor } from "./editor.ts";
import { watchJob } from "./job.ts";
import { keepLive } from "./live.ts";
import { openMenu } from "./menu.ts";
import { listenForPalette } from "./palette.ts";
import { watchPlace } from "./place.ts";
import { servePresses } from "./press.ts";
import { watchWorkshop } from "./workshop.ts";

openMenu();
askFirst();
listenForPalette();
watchColour();
watchEditor();
watchJob();
keepLive();
watchPlace();
watchWorkshop();
servePresses();
