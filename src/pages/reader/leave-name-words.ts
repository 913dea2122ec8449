import type { NameFault } from "../../usecases/beats/left-name-view.ts";
import type { Spoken } from "../shell/language.ts";
import type { ConsentNames } from "./consent-words.ts";

interface Words {
  title: (sender: string) => string;
  /** What becomes of it, before anything is typed. */
  hint: (names: ConsentNames) => string;
  name: string;
  phone: string;
  agree: (workspace: string) => string;
  send: string;
  kept: (sender: string) => string;
  keptText: (typed: { name: string; phone: string }, names: ConsentNames) => string;
  known: string;
  again: string;
  faults: Readonly<Record<NameFault, string>>;
  held: string;
  receipt: string;
  back: string;
}

/** The form below the text in which a reader leaves their name, and what it answers. */
export const LEAVE_NAME_WORDS: Spoken<Words> = {
  "zh-Hans": {
    title: (sender) => `给${sender}留个称呼`,
    hint: ({ sender, workspace }) =>
      `不留也照常读。留下后，${sender}和${workspace}会看到它，和你读过什么、读了多久放在一起；随时可以删除。`,
    name: "称呼",
    phone: "电话（可以不填）",
    agree: (workspace) => `我同意${workspace}记住我的阅读，和这个称呼放在一起`,
    send: "留下",
    kept: (sender) => `${sender}会看到`,
    keptText: ({ name, phone }, { sender, workspace }) =>
      `你留下了：${[name, phone].filter(Boolean).join("，")}。${sender}和${workspace}看得到它和你读过的内容。在${sender}确认之前，它只算是你自己写的。`,
    known: "对方已经知道你是谁，没有改动任何记录。",
    again: "还没有保存",
    faults: {
      name: "请写一个称呼，最多 40 个字。",
      phone: "电话只能有数字、空格和 + - ( )，至少 5 位；也可以不填。",
      agreement: "需要先勾选同意，才会保存称呼。不同意就什么都不保存，照常可以读。",
    },
    held: "查看、导出或删除我的记录",
    receipt: "同意的回执",
    back: "回到正文",
  },
  "zh-Hant": {
    title: (sender) => `給${sender}留個稱呼`,
    hint: ({ sender, workspace }) =>
      `不留也照常讀。留下後，${sender}和${workspace}會看到它，和你讀過什麼、讀了多久放在一起；隨時可以刪除。`,
    name: "稱呼",
    phone: "電話（可以不填）",
    agree: (workspace) => `我同意${workspace}記住我的閱讀，和這個稱呼放在一起`,
    send: "留下",
    kept: (sender) => `${sender}會看到`,
    keptText: ({ name, phone }, { sender, workspace }) =>
      `你留下了：${[name, phone].filter(Boolean).join("，")}。${sender}和${workspace}看得到它和你讀過的內容。在${sender}確認之前，它只算是你自己寫的。`,
    known: "對方已經知道你是誰，沒有更動任何紀錄。",
    again: "還沒有儲存",
    faults: {
      name: "請寫一個稱呼，最多 40 個字。",
      phone: "電話只能有數字、空格和 + - ( )，至少 5 位；也可以不填。",
      agreement: "需要先勾選同意，才會儲存稱呼。不同意就什麼都不儲存，照常可以讀。",
    },
    held: "檢視、匯出或刪除我的紀錄",
    receipt: "同意的回執",
    back: "回到正文",
  },
  en: {
    title: (sender) => `Leave your name for ${sender}`,
    hint: ({ sender, workspace }) =>
      `You can read on without it. If you do, ${sender} and ${workspace} see it together with what you read and for how long; you can delete it at any time.`,
    name: "Name",
    phone: "Phone (may stay empty)",
    agree: (workspace) =>
      `I agree that ${workspace} remembers what I read, together with this name`,
    send: "Leave my name",
    kept: (sender) => `${sender} will see it`,
    keptText: ({ name, phone }, { sender, workspace }) =>
      `You left: ${[name, phone].filter(Boolean).join(", ")}. ${sender} and ${workspace} see it together with what you read. Until ${sender} confirms it, it counts as what you typed and no more.`,
    known: "They know who you are already. Nothing was changed.",
    again: "Nothing has been kept yet",
    faults: {
      name: "Write a name of 40 characters at most.",
      phone: "A phone number has digits, spaces and + - ( ), at least 5 digits; it may stay empty.",
      agreement:
        "The name is kept once you have ticked that you agree. Without that nothing is kept, and you can read on.",
    },
    held: "See, export or delete what is kept of me",
    receipt: "Receipt of your agreement",
    back: "Back to the text",
  },
};
