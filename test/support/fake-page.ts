/**
 * A page without a browser: a clock that is told when to move, a column of sections under a window, and
 * just so much of document, navigator and IntersectionObserver that the built page script runs in it.
 */
import { FakeElement, type FakeSection, type Rect, rect } from "./fake-element.ts";

export { FakeElement, type FakeSection } from "./fake-element.ts";

/** What a server answers; `status` 0 is a network that fails. */
export interface FakeAnswer {
  status: number;
  body?: unknown;
  /** How long the page waits for it. */
  afterMs?: number;
}

/** Where the page's requests go; see FakeServer. */
export interface FakeNetwork {
  request(path: string, body: string, page: FakePage): FakeAnswer;
}

export interface FakePageOptions {
  source: string;
  network: FakeNetwork;
  sections: FakeSection[];
  token?: string | undefined;
  dataset?: Record<string, string>;
  notice?: FakeElement;
  userAgent?: string;
  touchPoints?: number;
  address?: string;
  src?: string;
  navigation?: "navigate" | "reload" | "back_forward";
  isFramed?: boolean;
  isHidden?: boolean;
  isDriven?: boolean;
  /** What old browsers, or blockers, leave out. */
  without?: readonly ("IntersectionObserver" | "sendBeacon" | "visualViewport")[];
}

interface Timer {
  every: number;
  due: number;
  run: () => void;
}

interface Listener {
  type: string;
  isCapture: boolean;
  hear: (event: FakeEvent) => void;
}

interface FakeEvent {
  type: string;
  persisted?: boolean;
  target?: unknown;
}

interface Starling {
  goal(name: string, value?: number): Promise<void>;
  consent(choice: boolean): Promise<void>;
}

const WINDOW_HEIGHT = 800;
const WINDOW_WIDTH = 400;
const FRAME_MS = 16;
const HIDDEN_TIMER_MS = 1000;
const NAVIGATIONS = ["navigate", "reload", "back_forward"];
export const DESKTOP =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";
export const WECHAT =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/WIFI Language/zh_CN";

export class FakePage {
  /** True time since the page was opened; the device's own clock may differ. */
  now = 0;
  /** Added to what `performance.now` says. */
  deviceSkewMs = 0;
  hasFocus = true;
  /** false: `sendBeacon` refuses, as with a full buffer; "lies": it says true and sends nothing. */
  beacons: boolean | "lies" = true;
  /** false: `fetch` fails. */
  takesFetches = true;
  scrollTop = 0;
  /** Of a frame: is something of it on its page's screen, and is it rendered at all? */
  frame: "on screen" | "below the fold" | "not rendered" = "on screen";
  /** How much of the window a pinch shows, from its top. */
  pinch = 1;
  /** Something lies over the whole window. */
  isCovered = false;
  /** Elements that some observer watches, each time counted. */
  watched = 0;
  /** Where the last message went. */
  sentTo = "";
  /** What is in the page, from top to bottom. */
  elements: FakeElement[];
  readonly location: { href: string; readonly pathname: string };
  readonly starling: Starling;
  /** The script's element. */
  readonly script: { src: string; dataset: Record<string, string | undefined> };
  private readonly network: FakeNetwork;
  private readonly listeners: Listener[] = [];
  private readonly observing: (() => void)[] = [];
  private readonly globals: Record<string, unknown>;
  private readonly source: string;
  private timers: Timer[] = [];
  private hidden: boolean;
  private isStopped = false;

  constructor(options: FakePageOptions) {
    this.network = options.network;
    this.source = options.source;
    this.hidden = options.isHidden ?? false;
    this.elements = options.sections.map((section) => new FakeElement(this, section));
    const address = options.address ?? "https://starling.example/s/aCode.aRef";
    this.location = {
      href: address,
      get pathname() {
        return new URL(this.href).pathname;
      },
    };
    this.script = {
      src: options.src ?? "https://starling.example/t/0123456789abcdef.js",
      dataset: { ...options.dataset, ...(options.token ? { token: options.token } : {}) },
    };
    this.globals = this.makeGlobals(options);
    this.runScript();
    const nothing: Starling = { goal: async () => {}, consent: async () => {} };
    this.starling = (this.globals.window as { starling?: Starling }).starling ?? nothing;
  }

  /** As a second `<script>` with the same address does. */
  runScript(): void {
    new Function(...Object.keys(this.globals), this.source)(...Object.values(this.globals));
  }

  /** Shows other elements in place of those that are there, as frameworks do. */
  render(...sections: FakeSection[]): void {
    this.elements = sections.map((section) => new FakeElement(this, section));
  }

  /** Time passes; whatever timers the browser would run are run. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    for (;;) {
      const next = this.isStopped
        ? undefined
        : this.timers.reduce<Timer | undefined>((a, b) => (a && a.due <= b.due ? a : b), undefined);
      if (!next || next.due > end) break;
      this.now = Math.max(this.now, next.due);
      if (next.every === 0) this.timers = this.timers.filter((timer) => timer !== next);
      else next.due = this.now + (this.hidden ? Math.max(HIDDEN_TIMER_MS, next.every) : next.every);
      next.run();
      await settled();
    }
    this.now = end;
    await settled();
  }

  /** The machine sleeps: nothing runs, and the device's clock may or may not go on. */
  async sleep(ms: number, clockGoesOn: boolean): Promise<void> {
    this.now += ms;
    if (!clockGoesOn) this.deviceSkewMs -= ms;
    for (const timer of this.timers) timer.due = Math.max(timer.due, this.now);
    await settled();
  }

  /** The reader scrolls, with a wheel. */
  async scrollTo(y: number): Promise<void> {
    await this.dispatch({ type: "wheel" });
    await this.drift(y);
  }

  /** The page scrolls, for whatever reason. */
  async drift(y: number): Promise<void> {
    this.scrollTop = y;
    // An observer that still observes hears of what crossed an edge.
    for (const tell of this.observing) tell();
    await this.dispatch({ type: "scroll" });
  }

  /** A box in the page scrolls: such an event is only seen on its way down. */
  async scrollInside(): Promise<void> {
    for (const { type, isCapture, hear } of this.listeners) {
      if (type === "scroll" && isCapture) hear({ type });
    }
    await settled();
  }

  async touch(type = "pointerdown"): Promise<void> {
    await this.dispatch({ type });
  }

  /** A film or a sound plays for so long. */
  async play(ms: number, media: { loop?: boolean; duration?: number } = {}): Promise<void> {
    const target = { loop: false, duration: 600, ...media };
    for (const end = this.now + ms; this.now < end; ) {
      await this.pass(Math.min(250, end - this.now));
      await this.dispatch({ type: "timeupdate", target });
    }
  }

  async hide(): Promise<void> {
    this.hidden = true;
    await this.dispatch({ type: "visibilitychange" });
  }

  async show(): Promise<void> {
    this.hidden = false;
    for (const timer of this.timers) {
      if (timer.every > 0) timer.due = Math.min(timer.due, this.now + timer.every);
    }
    await this.dispatch({ type: "visibilitychange" });
  }

  async blur(): Promise<void> {
    this.hasFocus = false;
    await this.dispatch({ type: "blur" });
  }

  async focus(): Promise<void> {
    this.hasFocus = true;
    await this.dispatch({ type: "focus" });
  }

  async freeze(): Promise<void> {
    await this.dispatch({ type: "freeze" });
    this.isStopped = true;
  }

  async resume(): Promise<void> {
    this.wake();
    await this.dispatch({ type: "resume" });
  }

  /** The order all browsers keep: pagehide first, visibilitychange after. */
  async leave(options: { persisted: boolean } = { persisted: false }): Promise<void> {
    await this.dispatch({ type: "pagehide", persisted: options.persisted });
    await this.hide();
    this.isStopped = true;
  }

  /** Back from the back/forward cache. */
  async restore(): Promise<void> {
    this.wake();
    this.hidden = false;
    await this.dispatch({ type: "pageshow", persisted: true });
    await this.dispatch({ type: "visibilitychange" });
  }

  /** Gone without any event. */
  kill(): void {
    this.isStopped = true;
  }

  async click(button: { dataset: Record<string, string | undefined> }): Promise<void> {
    const target = { closest: () => (button.dataset.starlingConsent ? button : null) };
    await this.dispatch({ type: "click", target });
  }

  /** Where an element stands in the window. */
  rectOf(element: FakeElement): Rect {
    const at = this.elements.indexOf(element);
    if (at < 0) return rect(0, 0, 0);
    const above = this.elements.slice(0, at).reduce((sum, { height }) => sum + height, 0);
    const top = above - this.scrollTop;
    return rect(top, top + element.height, element.width);
  }

  private wake(): void {
    this.isStopped = false;
    for (const timer of this.timers) timer.due = Math.max(timer.due, this.now);
  }

  private async dispatch(event: FakeEvent): Promise<void> {
    for (const { type, hear } of this.listeners) {
      if (type === event.type) hear({ target: this.globals.document, ...event });
    }
    await settled();
  }

  private makeGlobals(options: FakePageOptions): Record<string, unknown> {
    const { without = [] } = options;
    const page = this;
    const named = (wanted: string) => this.elements.filter(({ as }) => as === wanted);
    const document = {
      currentScript: this.script,
      documentElement: {},
      body: {
        get children() {
          return page.elements;
        },
      },
      get images() {
        return named("img");
      },
      get hidden() {
        return page.hidden;
      },
      hasFocus: () => this.hasFocus,
      querySelectorAll: (selector: string) => {
        if (selector === "[data-section]") return named("section");
        if (selector === "h1,h2,h3") return named("heading");
        if (selector !== "[data-expected-ms],img") throw new Error(`Unknown: ${selector}`);
        return this.elements.filter(
          ({ as, dataset }) => as === "img" || dataset.expectedMs !== undefined,
        );
      },
      querySelector: () => options.notice ?? null,
      elementFromPoint: (_x: number, y: number) => {
        const isHit = (element: FakeElement) =>
          this.rectOf(element).top <= y && y < this.rectOf(element).bottom;
        return this.isCovered ? {} : (this.elements.find(isHit) ?? null);
      },
    };
    const self: Record<string, unknown> = {};
    const observer = this.observerClass(document.documentElement);
    if (!without.includes("IntersectionObserver")) self.IntersectionObserver = observer;
    if (!without.includes("visualViewport")) {
      self.visualViewport = {
        offsetTop: 0,
        get height() {
          return WINDOW_HEIGHT * page.pinch;
        },
      };
    }
    const sendBeacon = (url: string, text: string) => {
      if (this.beacons === true) this.network.request(this.note(url), text, this);
      return this.beacons !== false;
    };
    return {
      ...self,
      document,
      self,
      top: options.isFramed ? {} : self,
      window: {},
      innerHeight: WINDOW_HEIGHT,
      location: this.location,
      history: {
        state: null,
        replaceState: (_state: unknown, _title: string, href: string) => {
          this.location.href = href;
        },
      },
      navigator: {
        userAgent: options.userAgent ?? DESKTOP,
        maxTouchPoints: options.touchPoints ?? 0,
        webdriver: options.isDriven ?? false,
        ...(without.includes("sendBeacon") ? {} : { sendBeacon }),
      },
      performance: {
        now: () => this.now + this.deviceSkewMs + 0.3,
        navigation: { type: NAVIGATIONS.indexOf(options.navigation ?? "navigate") },
      },
      fetch: (url: string, init: { body: string }) => this.fetch(url, init.body),
      addEventListener: (type: string, hear: Listener["hear"], isCapture = false) => {
        this.listeners.push({ type, hear, isCapture });
      },
      setInterval: (run: () => void, every: number) => {
        this.timers.push({ every, due: this.now + every, run });
      },
    };
  }

  /** The part of an address that a server looks at. */
  private note(url: string): string {
    this.sentTo = url;
    return /\/(open|consent)$/.exec(url)?.[0] ?? "";
  }

  private async fetch(url: string, body: string): Promise<unknown> {
    if (!this.takesFetches) throw new TypeError("Failed to fetch");
    const answer = this.network.request(this.note(url), body, this);
    if (answer.afterMs) await this.later(answer.afterMs);
    if (answer.status === 0) throw new TypeError("Failed to fetch");
    const { status } = answer;
    return { ok: status >= 200 && status < 300, status, json: async () => answer.body };
  }

  private later(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.timers.push({ every: 0, due: this.now + ms, run: resolve });
    });
  }

  /** Tells everything about everything observed, one frame after the first was. */
  private observerClass(documentElement: object): new (tell: TellParts) => unknown {
    const page = this;
    return class {
      private observed: unknown[] = [];
      private readonly tell: TellParts;
      constructor(tell: TellParts) {
        this.tell = tell;
      }
      observe(element: unknown) {
        if (this.observed.includes(element)) return;
        this.observed.push(element);
        page.watched++;
        if (this.observed.length > 1) return;
        const partsOf = (elements: unknown[]) =>
          elements.map((target) =>
            target === documentElement ? page.ownPart() : page.part(target as FakeElement),
          );
        const tellAll = () => {
          const isRendered = !page.hidden && page.frame !== "not rendered";
          if (this.observed.length > 0 && isRendered) this.tell(partsOf(this.observed), this);
        };
        const tellCrossed = () => {
          if (this.observed.length > 0) this.tell(partsOf(this.observed.slice(-1)), this);
        };
        const run = () => {
          tellAll();
          page.observing.push(tellCrossed);
        };
        page.timers.push({ every: 0, due: page.now + FRAME_MS, run });
      }
      disconnect() {
        page.watched -= this.observed.length;
        this.observed = [];
      }
    };
  }

  private ownPart() {
    const isShown = this.frame === "on screen";
    const shown = isShown ? rect(0, WINDOW_HEIGHT, WINDOW_WIDTH) : rect(0, 0, 0);
    return { target: {}, boundingClientRect: shown, intersectionRect: shown };
  }

  private part(target: FakeElement) {
    const whole = this.rectOf(target);
    const isShown = this.frame === "on screen";
    const bottom = isShown ? Math.min(WINDOW_HEIGHT, whole.bottom) : 0;
    const shown = rect(Math.max(0, whole.top), bottom, whole.width);
    return { target, boundingClientRect: whole, intersectionRect: shown };
  }
}

type TellParts = (parts: unknown[], observer: unknown) => void;

/** Lets promises that are waiting run to their end. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await null;
}
