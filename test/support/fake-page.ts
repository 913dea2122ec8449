/**
 * A page without a browser: a clock that is told when to move, a column of sections under a window, and
 * just so much of document, navigator and IntersectionObserver that the built page script runs in it.
 */

export interface FakeSection {
  height: number;
  expectedMs?: number;
  /** Not marked as a section but standing in the page as a heading or as text below one. */
  as?: "heading" | "text";
  text?: string;
}

/** Where the page's requests go; see FakeServer. */
export interface FakeNetwork {
  beacon(text: string, page: FakePage): void;
  open(body: Record<string, unknown>, page: FakePage): Promise<unknown>;
  /** Was it taken? */
  consent(body: Record<string, unknown>): boolean;
}

export interface FakePageOptions {
  source: string;
  network: FakeNetwork;
  sections: FakeSection[];
  token?: string;
  dataset?: Record<string, string>;
  notice?: FakeElement;
  userAgent?: string;
  address?: string;
  src?: string;
  navigation?: string;
  isFramed?: boolean;
  isHidden?: boolean;
}

interface Timer {
  every: number;
  due: number;
  run: () => void;
}

export interface FakeElement {
  dataset: Record<string, string | undefined>;
  hidden?: boolean;
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
  preventDefault?: () => void;
}

const WINDOW_HEIGHT = 800;
const WINDOW_WIDTH = 400;
const FRAME_MS = 16;
const HIDDEN_TIMER_MS = 1000;
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
  /** false: `sendBeacon` refuses, as with a full buffer. */
  takesBeacons = true;
  /** false: `fetch` fails. */
  takesFetches = true;
  scrollTop = 0;
  /** Elements that some observer watches, each time counted. */
  watched = 0;
  /** Where the last beacon went. */
  sentTo = "";
  readonly location: { href: string };
  readonly starling: {
    goal(name: string, value?: number): void;
    consent(choice: boolean): Promise<void>;
  };
  readonly sections: (FakeSection & FakeElement)[] = [];
  private readonly network: FakeNetwork;
  private readonly listeners: Listener[] = [];
  private readonly observing: (() => void)[] = [];
  private timers: Timer[] = [];
  private hidden: boolean;
  private isStopped = false;

  constructor(options: FakePageOptions) {
    this.network = options.network;
    this.hidden = options.isHidden ?? false;
    const list = this.sections;
    list.push(
      ...options.sections.map((section, at) => ({
        ...section,
        dataset: datasetOf(section),
        textContent: section.text ?? "",
        matches: () => section.as === "heading",
        get nextElementSibling() {
          return list[at + 1] ?? null;
        },
      })),
    );
    this.location = { href: options.address ?? "https://starling.example/s/aCode.aRef" };
    this.starling = this.start(options);
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

  async scrollTo(y: number): Promise<void> {
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

  async touch(): Promise<void> {
    await this.dispatch({ type: "pointerdown" });
  }

  async hide(): Promise<void> {
    this.hidden = true;
    await this.dispatch({ type: "visibilitychange" });
  }

  async show(): Promise<void> {
    this.hidden = false;
    for (const timer of this.timers) timer.due = Math.min(timer.due, this.now + timer.every);
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

  /** The order Chromium keeps: pagehide first, visibilitychange after. */
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

  async comeOnline(): Promise<void> {
    await this.dispatch({ type: "online" });
  }

  async click(button: FakeElement): Promise<void> {
    const target = { closest: () => (button.dataset.starlingConsent ? button : null) };
    await this.dispatch({ type: "click", target, preventDefault: () => {} });
  }

  private wake(): void {
    this.isStopped = false;
    for (const timer of this.timers) timer.due = Math.max(timer.due, this.now);
  }

  private async dispatch(event: FakeEvent): Promise<void> {
    for (const { type, hear } of this.listeners) if (type === event.type) hear(event);
    await settled();
  }

  private start(options: FakePageOptions): FakePage["starling"] {
    const dataset = { ...options.dataset, ...(options.token ? { token: options.token } : {}) };
    const currentScript = {
      src: options.src ?? "https://starling.example/t/0123456789abcdef.js",
      dataset,
    };
    const page = this;
    const document = {
      currentScript,
      get hidden() {
        return page.hidden;
      },
      hasFocus: () => this.hasFocus,
      querySelectorAll: (selector: string) => {
        const wanted = selector === "[data-section]" ? undefined : "heading";
        return this.sections.filter((section) => section.as === wanted);
      },
      querySelector: () => options.notice ?? null,
    };
    const self = {};
    const globals = {
      document,
      self,
      top: options.isFramed ? {} : self,
      window: {} as { starling?: FakePage["starling"] },
      location: this.location,
      history: {
        state: null,
        replaceState: (_state: unknown, _title: string, href: string) => {
          this.location.href = href;
        },
      },
      navigator: {
        userAgent: options.userAgent ?? DESKTOP,
        sendBeacon: (url: string, text: string) => {
          this.sentTo = url;
          if (this.takesBeacons) this.network.beacon(text, this);
          return this.takesBeacons;
        },
      },
      performance: {
        now: () => this.now + this.deviceSkewMs + 0.3,
        getEntriesByType: () => [{ type: options.navigation ?? "navigate" }],
      },
      fetch: (url: string, init: { body: string }) => this.fetch(url, init.body),
      addEventListener: (type: string, hear: Listener["hear"], isCapture = false) => {
        this.listeners.push({ type, hear, isCapture });
      },
      setInterval: (run: () => void, every: number) => {
        this.timers.push({ every, due: this.now + every, run });
      },
      IntersectionObserver: this.observerClass(),
    };
    new Function(...Object.keys(globals), options.source)(...Object.values(globals));
    return globals.window.starling ?? { goal: () => {}, consent: async () => {} };
  }

  private async fetch(url: string, body: string): Promise<unknown> {
    if (!this.takesFetches) throw new TypeError("Failed to fetch");
    if (url.endsWith("/open")) {
      const answer = await this.network.open(JSON.parse(body), this);
      return { ok: true, json: async () => answer };
    }
    if (url.endsWith("/consent")) return { ok: this.network.consent(JSON.parse(body)) };
    this.network.beacon(body, this);
    return { ok: true };
  }

  /** Tells everything about everything observed, one frame after the first was. */
  private observerClass(): new (tell: (entries: unknown[]) => void) => unknown {
    const page = this;
    return class {
      private observed: unknown[] = [];
      private readonly tell: (entries: unknown[]) => void;
      constructor(tell: (entries: unknown[]) => void) {
        this.tell = tell;
      }
      observe(element: unknown) {
        this.observed.push(element);
        page.watched++;
        if (this.observed.length > 1) return;
        const tellAll = () => {
          if (this.observed.length > 0) this.tell(page.entries(this.observed));
        };
        const tellCrossed = () => {
          if (this.observed.length > 0) this.tell(page.entries(this.observed.slice(-1)));
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

  private entries(observed: unknown[]): unknown[] {
    return observed.map((target) => {
      const at = this.sections.indexOf(target as FakePage["sections"][number]);
      const above = this.sections.slice(0, at).reduce((sum, { height }) => sum + height, 0);
      const top = above - this.scrollTop;
      const bottom = top + (this.sections[at]?.height ?? 0);
      const shown = rect(Math.max(0, top), Math.max(0, Math.min(WINDOW_HEIGHT, bottom)));
      return { target, boundingClientRect: rect(top, bottom), intersectionRect: shown };
    });
  }
}

function rect(top: number, bottom: number): Record<string, number> {
  const isEmpty = bottom <= top;
  return {
    top: isEmpty ? 0 : top,
    bottom: isEmpty ? 0 : bottom,
    height: Math.max(0, bottom - top),
    width: isEmpty ? 0 : WINDOW_WIDTH,
  };
}

function datasetOf({ expectedMs }: FakeSection): Record<string, string> {
  return expectedMs === undefined ? {} : { expectedMs: String(expectedMs) };
}

/** Lets promises that are waiting run to their end. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await null;
}
