import { findWebKit, launchWebKit } from "../support/webkit.ts";
import { playStories } from "./stories.ts";

const programs = findWebKit();
playStories("WebKit", programs && (() => launchWebKit(programs)));
