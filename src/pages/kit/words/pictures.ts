/** The words around pictures: those that are shared, and the sender's own. */
import type { Spoken } from "../../shell/language.ts";

interface Words {
  images: string;
  imagesHint: string;
  image: (n: number) => string;
  save: string;
  saveAll: (n: number) => string;
  qr: string;
  qrHint: string;
  qrSave: string;
  portrait: string;
  portraitHint: string;
  portraitChoose: string;
  portraitOther: string;
  portraitRemove: string;
  portraitSending: string;
  portraitFailed: string;
  wechatQr: string;
  wechatQrHint: string;
  wechatQrChoose: string;
  wechatQrRemove: string;
}

export const picturesWords: Spoken<Words> = {
  "zh-Hans": {
    images: "你的图片",
    imagesHint: "长按图片保存到相册，和文案一起发。",
    image: (n) => `图片 ${n}`,
    save: "保存图片",
    saveAll: (n) => `保存全部 ${n} 张`,
    qr: "二维码",
    qrHint: "当面请人扫，或打印出来。它有自己的链接，扫的人单独计数。长按也能保存。",
    qrSave: "保存二维码",
    portrait: "你的头像",
    portraitHint: "会出现在你的海报和你分享的页面上。",
    portraitChoose: "选一张照片",
    portraitOther: "换一张",
    portraitRemove: "不用头像",
    portraitSending: "正在上传……",
    portraitFailed: "这张图片没有传上去。请选一张 JPG 或 PNG 照片再试一次。",
    wechatQr: "你的微信二维码",
    wechatQrHint:
      "读者可以在你分享的页面上长按它，加你的微信。从微信“我的二维码”保存图片，再选到这里。",
    wechatQrChoose: "选二维码图片",
    wechatQrRemove: "不显示二维码",
  },
  "zh-Hant": {
    images: "你的圖片",
    imagesHint: "長按圖片儲存到相簿，和文案一起發。",
    image: (n) => `圖片 ${n}`,
    save: "儲存圖片",
    saveAll: (n) => `儲存全部 ${n} 張`,
    qr: "QR Code",
    qrHint: "當面請人掃描，或列印出來。它有自己的連結，掃描的人單獨計數。長按也能儲存。",
    qrSave: "儲存 QR Code",
    portrait: "你的頭像",
    portraitHint: "會出現在你的海報和你分享的頁面上。",
    portraitChoose: "選一張照片",
    portraitOther: "換一張",
    portraitRemove: "不用頭像",
    portraitSending: "正在上傳……",
    portraitFailed: "這張圖片沒有傳上去。請選一張 JPG 或 PNG 照片再試一次。",
    wechatQr: "你的微信 QR Code",
    wechatQrHint:
      "讀者可以在你分享的頁面上長按它，加你的微信。從微信「我的 QR Code」儲存圖片，再選到這裡。",
    wechatQrChoose: "選 QR Code 圖片",
    wechatQrRemove: "不顯示 QR Code",
  },
  en: {
    images: "Your pictures",
    imagesHint: "Press and hold a picture to save it, then post it with the caption.",
    image: (n) => `Picture ${n}`,
    save: "Save the picture",
    saveAll: (n) => `Save all ${n}`,
    qr: "QR code",
    qrHint:
      "Let people scan it, or print it. It has a link of its own, so that scans are counted apart. Press and hold saves it too.",
    qrSave: "Save the QR code",
    portrait: "Your portrait",
    portraitHint: "It appears on your posters and on the pages that you share.",
    portraitChoose: "Choose a photo",
    portraitOther: "Choose another",
    portraitRemove: "Remove the portrait",
    portraitSending: "Sending…",
    portraitFailed: "This picture was not taken. Choose a JPEG or PNG photo and try again.",
    wechatQr: "Your WeChat code",
    wechatQrHint:
      "On the pages that you share readers press it to add you in WeChat. Save it from “My QR code” in WeChat and choose it here.",
    wechatQrChoose: "Choose the code",
    wechatQrRemove: "Remove the code",
  },
};
