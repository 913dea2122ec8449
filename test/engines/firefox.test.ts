import { firefox, launchFirefox } from "../support/firefox.ts";
import { playStories } from "./stories.ts";

playStories("Firefox", firefox ? () => launchFirefox(firefox) : undefined);
