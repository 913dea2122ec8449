import type { Spoken } from "../shell/language.ts";

interface Part {
  heading: string;
  paragraphs: readonly string[];
  steps?: readonly (readonly [term: string, meaning: string])[];
}

interface Text {
  title: string;
  back: string;
  lead: (workspace: string | undefined) => string;
  /** @param hasOwn - this page leads to the reader's own one */
  parts: (retentionDays: number | undefined, hasOwn: boolean) => readonly Part[];
  /** Over all that may be kept of who agreed, field by field. */
  kept: string;
  keptLead: string;
  comma: string;
}

/** The privacy page: every sentence here is a promise that the code has to keep. */
export const PRIVACY_WORDS: Spoken<Text> = {
  "zh-Hans": {
    title: "隐私说明",
    back: "回到文章",
    lead: (workspace) =>
      `${workspace ?? "发布方"}用这些页面分享内容，想知道内容有没有人认真读。下面是全部会记录的事。`,
    kept: "同意以后，可能保存的每一项",
    keptLead: "不是每一项都会有：没有发生的、你没有留下的，就没有。你能导出的文件里也是这些。",
    comma: "、",
    parts: (days, hasOwn) => [
      {
        heading: "记录什么",
        paragraphs: ["分三级，由你的选择决定："],
        steps: [
          [
            "一、只有总数",
            "你没有同意、拒绝了，或浏览器要求不被追踪时：只记下哪篇内容、由谁分享、发到哪个渠道、大约哪一刻钟被打开，读了多久、读到哪里。不记链接，也不在手机上存任何标识；只有一种例外，就是记住“已拒绝”这件事本身。每一部分的数字，满三位读者才显示。内容怎样一层层转发另记在一张图里：图上只有无法还原的编号，不连到任何人，也不连到任何一次阅读。",
          ],
          [
            "二、一部手机",
            "你同意后：在手机上存一个随机标识，让同一部手机的几次阅读能放在一起，也能看出是从谁的转发打开的。",
          ],
          [
            "三、一个称呼",
            "你同意后，如果链接是专门发给你的，你自己表明了身份，或者分享给你的人认出是你：这些阅读会和你的称呼、你留下的电话放在一起，分享给你的人和发布方能看到。",
          ],
        ],
      },
      {
        heading: "不记录什么",
        paragraphs: [
          "不保存 IP 地址和浏览器标识串，不采集设备指纹，不看你的朋友圈。设备只记大类（手机、平板、电脑）和应用名称（例如微信）。",
        ],
      },
      {
        heading: "怎么拒绝、怎么反悔",
        paragraphs: [
          "有的发布方先告知、后记录：页面开头会写明，从第二级开始，点“不要记录我”就回到第一级。",
          "每个页面开头都有选择。拒绝不影响阅读。同意以后随时可以在同一个地方收回；同意只管当次和以后的阅读，不追溯从前。",
          "你的选择会连同当时的说明文字、语言和时间一起保存，作为凭据。",
          hasOwn
            ? "留着你的哪些记录，按上面的“看看记着我的什么”就能看到，也能在那里导出、撤回或全部删除。"
            : "同意以后，你有自己的一页：还用这部手机，打开读过的文章，按“隐私说明”来到这里，上面就有“看看记着我的什么”。在那里能看到留着的全部记录，也能导出、撤回或全部删除。换了手机或者清除过浏览器，就请联系分享给你的人。",
        ],
      },
      {
        heading: "保存多久",
        paragraphs: [
          days === undefined
            ? "阅读记录到期自动删除，期限由发布方设定。"
            : `阅读记录保存 ${days} 天，到期自动删除。`,
          "要求删除时，在线数据立即删除；云平台自己的备份在 30 天内自然过期。若期间从备份恢复，已删除的人会再次被删除。",
        ],
      },
    ],
  },
  "zh-Hant": {
    title: "隱私說明",
    back: "回到文章",
    lead: (workspace) =>
      `${workspace ?? "發布方"}用這些頁面分享內容，想知道內容有沒有人認真讀。下面是全部會記錄的事。`,
    kept: "同意以後，可能保存的每一項",
    keptLead: "不是每一項都會有：沒有發生的、你沒有留下的，就沒有。你能匯出的檔案裡也是這些。",
    comma: "、",
    parts: (days, hasOwn) => [
      {
        heading: "記錄什麼",
        paragraphs: ["分三級，由你的選擇決定："],
        steps: [
          [
            "一、只有總數",
            "你沒有同意、拒絕了，或瀏覽器要求不被追蹤時：只記下哪篇內容、由誰分享、發到哪個管道、大約哪一刻鐘被打開，讀了多久、讀到哪裡。不記連結，也不在手機上存任何識別碼；只有一種例外，就是記住「已拒絕」這件事本身。每一部分的數字，滿三位讀者才顯示。內容怎樣一層層轉傳另記在一張圖裡：圖上只有無法還原的編號，不連到任何人，也不連到任何一次閱讀。",
          ],
          [
            "二、一支手機",
            "你同意後：在手機上存一個隨機識別碼，讓同一支手機的幾次閱讀能放在一起，也能看出是從誰的轉傳打開的。",
          ],
          [
            "三、一個稱呼",
            "你同意後，如果連結是專門發給你的，你自己表明了身分，或者分享給你的人認出是你：這些閱讀會和你的稱呼、你留下的電話放在一起，分享給你的人和發布方能看到。",
          ],
        ],
      },
      {
        heading: "不記錄什麼",
        paragraphs: [
          "不儲存 IP 位址和瀏覽器識別字串，不蒐集裝置指紋，不看你的朋友圈。裝置只記大類（手機、平板、電腦）和應用程式名稱（例如微信）。",
        ],
      },
      {
        heading: "怎麼拒絕、怎麼反悔",
        paragraphs: [
          "有的發布方先告知、後記錄：頁面開頭會寫明，從第二級開始，按「不要記錄我」就回到第一級。",
          "每個頁面開頭都有選擇。拒絕不影響閱讀。同意以後隨時可以在同一個地方收回；同意只管當次和以後的閱讀，不追溯從前。",
          "你的選擇會連同當時的說明文字、語言和時間一起保存，作為憑據。",
          hasOwn
            ? "留著你的哪些紀錄，按上面的「看看保存了我的哪些紀錄」就能看到，也能在那裡匯出、撤回或全部刪除。"
            : "同意以後，你有自己的一頁：還用這支手機，打開讀過的文章，按「隱私說明」來到這裡，上面就有「看看保存了我的哪些紀錄」。在那裡能看到留著的全部紀錄，也能匯出、撤回或全部刪除。換了手機或者清除過瀏覽器，就請聯絡分享給你的人。",
        ],
      },
      {
        heading: "保存多久",
        paragraphs: [
          days === undefined
            ? "閱讀紀錄到期自動刪除，期限由發布方設定。"
            : `閱讀紀錄保存 ${days} 天，到期自動刪除。`,
          "要求刪除時，線上資料立即刪除；雲端平台自己的備份在 30 天內自然過期。若期間從備份還原，已刪除的人會再次被刪除。",
        ],
      },
    ],
  },
  en: {
    title: "Privacy",
    back: "Back to the article",
    lead: (workspace) =>
      `${workspace ?? "The publisher"} shares content through these pages and would like to know whether it is really read. This is everything that is recorded.`,
    kept: "All that may be kept once you agree",
    keptLead:
      "Not all of it is there of everybody: what did not happen and what you did not leave is not. Your export holds the same.",
    comma: ", ",
    parts: (days, hasOwn) => [
      {
        heading: "What is recorded",
        paragraphs: ["There are three steps, and your choice decides between them:"],
        steps: [
          [
            "1. Totals only",
            "While you have not agreed, when you refuse, or when your browser asks not to be tracked: which piece was opened, who shared it, in which channel, in which quarter of an hour, for how long and how far it was read. No link, and no identifier on your phone; the one exception is remembering that you refused. Figures for parts of a text are shown from three readers on. How a piece travels from share to share is kept apart, as scrambled numbers that lead back to nobody and to no read.",
          ],
          [
            "2. One phone",
            "After you agree: a random identifier on your phone, so that several reads belong together, and whose re-share you came through.",
          ],
          [
            "3. A name",
            "After you agree, if the link was made for you, you said who you are, or the person who shared it recognises you: these reads appear with your name, and the phone number if you left one, to the person who shared it and to the publisher.",
          ],
        ],
      },
      {
        heading: "What is not",
        paragraphs: [
          "No IP address, no user agent string, no fingerprint of your device, and nobody reads your social feed. Of the device only its class (phone, tablet, computer) and the name of the app (for example WeChat) are kept.",
        ],
      },
      {
        heading: "How to refuse, or change your mind",
        paragraphs: [
          "Some publishers tell you first and then record: the top of the page says so, it starts at step 2, and “Don't record me” takes it back to step 1.",
          "The choice stands at the top of every page. Refusing never blocks reading. After agreeing you can take it back in the same place at any time; an agreement covers the present and later reads, never earlier ones.",
          "Your choice is kept as proof, with the words you saw, their language and the time.",
          hasOwn
            ? "“See what is kept of me”, above, shows every record of you; there you can also export, withdraw or erase all of it."
            : "Once you agree you have a page of your own: on the same phone, open what you read, press “Privacy”, and “See what is kept of me” stands at the top of this page. It shows every record of you, and there you can export, withdraw or erase all of it. If you changed phones or cleared your browser, ask the person who shared the page.",
        ],
      },
      {
        heading: "For how long",
        paragraphs: [
          days === undefined
            ? "Records of reading are deleted after a period that the publisher sets."
            : `Records of reading are kept for ${days} days and then deleted.`,
          "When you ask for erasure, live data is deleted at once; the cloud platform's own backups age out within 30 days. If a backup is restored in that time, whoever was erased is erased again.",
        ],
      },
    ],
  },
};
