import type { ReaderProps } from "../../src/pages/reader/props.ts";
import { renderBody } from "../../src/tracking/body.ts";

/** A real-looking article, written for the tests. */
export const ARTICLE_ZH = `茶农老周说，一年里最忙的日子，其实只有二十来天。今年的头采，我们在山上跟了他整整一周。

## 为什么偏要等到清明前

海拔九百米的坡地，三月中旬夜里还会结霜。芽头长得慢，一斤干茶要四万多个芽，**全靠手一颗一颗掐下来**。

长得慢，芽里攒下的东西就多：入口先是鲜，像清水里滴了一点豆浆；过一会儿舌根泛甜，一点不涩。过了清明，气温一高，叶子一夜就展开，香气反而散了。

> 好茶不赶日子，是日子赶着人。——老周

## 从枝头到杯子，只有三十个小时

下午四点前采的鲜叶，当晚必须做完：

1. 摊青六小时，散掉青草气；
2. 杀青，锅温二百二十度，全凭手感翻；
3. 理条、提香，天亮前装进内袋封口。

我们不做库存茶。每一罐的罐底都印着采摘日期和炒制师傅的名字。

## 回家怎么泡才不辜负它

| 器具 | 茶量 | 水温 | 第一泡 |
|:--|--:|--:|--:|
| 玻璃杯 | 3 克 | 85℃ | 60 秒 |
| 盖碗 | 4 克 | 85℃ | 15 秒 |
| 冷泡壶 | 5 克 | 常温 | 4 小时 |

水不用太讲究，普通纯净水就好。第一泡别闷盖，看着芽头一根根立起来，差不多就能喝了。

## 开封以后放哪儿

没开封放冰箱冷藏，一年里风味都在。开封后三周内喝完最好，记得三件事：

- 避光，罐子别放窗边；
- 防潮，取茶勺要干的；
- 别和咖啡、香料放一个柜子。

## 老客户的一点心意

### 今年的规格

50 克罐装 ¥268，100 克礼盒 ¥498。老客户照旧可以先寄 5 克试喝，喝着合适再定。

### 想来山上看看

四月第一个周末，老周家开放采茶。路不太好走，车只能开到半山，剩下二十分钟靠腿。有兴趣直接[打电话给我](tel:13800001234)，或看[茶园的位置](https://example.com/garden)。
`;

const ARTICLE_EN = `The busiest stretch of a tea grower's year lasts about twenty days. We spent a week of it on the hill.

## Why before the spring rains

At nine hundred metres the nights still freeze in March. Buds grow slowly, and it takes more than forty thousand of them, picked by hand, to make half a kilo.

## How to brew it at home

Use water at 85 °C, three grams to a glass, and do not cover it. When the buds stand upright, it is ready.
`;

export const NONCE = "bm9uY2UtZm9yLXRlc3Rz";

function sections(source: string): ReaderProps["sections"] {
  return renderBody(source).sections.map((section) => ({
    ...section,
    id: `sec${section.ordinal}`,
    expectedMs: 4_000 + section.text.length * 150,
  }));
}

/** Props of a complete reader page; pass what a test is about. */
export function readerProps(overrides: Partial<ReaderProps> = {}): ReaderProps {
  return {
    language: "zh-Hans",
    textLanguage: "zh-CN",
    nonce: NONCE,
    title: "头采二十天：今年的明前春茶下山了",
    url: "https://share.example.com/s/aK3f9.r1",
    workspaceName: "云岭茶舍",
    sender: { name: "林晓雨", title: "门店茶艺师", phone: "138 0000 1234" },
    cover: {
      url: "https://share.example.com/i/cover.jpg",
      width: 1200,
      height: 800,
      alt: "晨雾里的茶园",
    },
    publishedAt: "2026-03-28T02:00:00Z",
    timeZone: "Asia/Shanghai",
    sections: sections(ARTICLE_ZH),
    notice: "ask",
    asksName: false,
    addedNotice: null,
    retentionDays: 365,
    namesSignIn: false,
    privacyUrl: "/privacy",
    scriptSrc: "/t.js",
    token: "1.visit.token",
    ...overrides,
  };
}

/** The same page in English. */
export const readerPropsEn = (overrides: Partial<ReaderProps> = {}): ReaderProps =>
  readerProps({
    language: "en",
    textLanguage: "en",
    title: "Twenty days on the hill: this year's first spring tea",
    workspaceName: "Cloudridge Tea",
    sender: { name: "Lin Xiaoyu", title: "Tea master", phone: "+86 138 0000 1234" },
    sections: sections(ARTICLE_EN),
    ...overrides,
  });
