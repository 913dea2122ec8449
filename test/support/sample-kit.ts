import { type ContactId, type ContentId, knownId, type ViewerId } from "../../src/domain/ids.ts";
import type { KitProps } from "../../src/pages/kit/props.ts";
import type { KitItem, KitView } from "../../src/usecases/kit/kit-view.ts";
import { NONCE } from "./sample-pages.ts";

const CAPTION = `老周家的头采到店了🌱
今年我自己也上山掐了半天芽，手指现在还是绿的。
85℃水，玻璃杯，等芽头一根根立起来就能喝。
50克装 ¥268，想先试一口的，私信我，先寄5克给你。
#云岭春茶# 采摘的故事都写在这里👇`;

export const kitItem = (overrides: Partial<KitItem> = {}): KitItem => ({
  contentId: knownId<ContentId>("acont1"),
  title: "头采二十天：今年的明前春茶下山了",
  textLanguage: "zh-CN",
  version: 2,
  caption: CAPTION,
  copiedBefore: null,
  foldLimits: { lines: 6, chars: 100 },
  images: [
    {
      url: "https://share.example.com/i/cover.jpg",
      width: 2400,
      height: 1600,
      fileName: "头采.jpg",
      small: { url: "https://share.example.com/i/cover-1200.jpg", width: 1200, height: 800 },
    },
  ],
  links: [
    { channel: "moments", url: "https://share.example.com/s/aK3f9Qx", state: "open" },
    { channel: "chat", url: "https://share.example.com/s/aM7d2Lp", state: "open" },
    { channel: "group:老茶客", url: "https://share.example.com/s/aT5w8Zc", state: "open" },
  ],
  lookUrl: "https://share.example.com/kit/look/aSender.aK3f9Qx.1~1~mac",
  kind: "knowledge",
  question: 0,
  own: { line: "", shared: false },
  earlierLines: [],
  print: {
    channel: "print",
    url: "https://share.example.com/s/aP1n8Tz",
    state: "open",
    qrUrl: "/kit/qr/aP1n8Tz.png",
  },
  reads: 17,
  unnamed: 14,
  ...overrides,
});

/** Props of a complete kit; pass what a test is about. */
export const kitProps = ({
  language = "zh-Hans",
  ...overrides
}: Partial<KitView> & { language?: KitProps["language"] } = {}): KitProps => ({
  language,
  nonce: NONCE,
  view: kitView(overrides),
});

const kitView = (overrides: Partial<KitView>): KitView => ({
  workspaceName: "云岭茶舍",
  senderName: "林晓雨",
  logoUrl: null,
  accents: null,
  wechatQrUrl: null,
  avatarUrl: null,
  entries: [
    {
      contentId: knownId<ContentId>("acont1"),
      title: "头采二十天：今年的明前春茶下山了",
      state: "new",
    },
    {
      contentId: knownId<ContentId>("acont2"),
      title: "新茶具到店：一只不烫手的盖碗",
      state: "copied",
    },
  ],
  alerts: [],
  tasks: [
    {
      id: "abrief1",
      name: "陈姐",
      certainty: "confirmed" as const,
      why: [
        { zh: "昨天 21:05 读了“老客户的一点心意”两遍", en: "Read “A thank-you” twice yesterday" },
      ],
      opener: { zh: "陈姐，您好，关于试喝，随时问我。", en: "Hello, about the sample: ask me." },
      state: "open",
    },
    { id: "abrief2", name: null, certainty: null, why: [], opener: null, state: "snoozed" },
  ],
  missing: null,
  current: kitItem(),
  readers: [
    {
      viewerId: knownId<ViewerId>("aview1"),
      name: "陈姐",
      certainty: "confirmed",
      left: null,
      reads: [
        {
          title: "头采二十天：今年的明前春茶下山了",
          engagedMs: 192_000,
          at: "2026-03-29T13:05:00Z",
          topSection: "老客户的一点心意",
        },
        { title: null, engagedMs: 30_000, at: "2026-03-20T13:05:00Z" },
      ],
    },
    {
      viewerId: knownId<ViewerId>("aview2"),
      name: null,
      certainty: null,
      left: null,
      reads: [
        {
          title: "新茶具到店：一只不烫手的盖碗",
          engagedMs: 74_000,
          at: "2026-03-29T04:40:00Z",
          topSection: "为什么偏要等到清明前",
        },
      ],
    },
    {
      viewerId: knownId<ViewerId>("aview3"),
      name: "王老师",
      certainty: "probable",
      left: null,
      reads: [
        {
          title: "头采二十天：今年的明前春茶下山了",
          engagedMs: 726_000,
          at: "2026-03-28T12:48:00Z",
        },
      ],
    },
  ],
  people: [
    { id: knownId<ContactId>("acon1"), name: "陈姐" },
    { id: knownId<ContactId>("acon2"), name: "王老师" },
  ],
  ownWords: { opener: "早上好", closer: "" },
  now: "2026-03-30T01:00:00Z",
  timeZone: "Asia/Shanghai",
  ...overrides,
});
