/** Where a page that can be seen counts as looked at, though it does not have the focus. */
import { isFramed } from "./look.ts";

/**
 * - A frame has the focus only once it was clicked.
 * - The webviews of phones often have none until they are touched, nor have tablets'; on Android those
 *   do not say Mobile, and iPadOS calls itself a Mac, of which none has a touch screen:
 *   https://github.com/matomo-org/device-detector/issues/6398 (iPads have five touch points).
 * - The desktop webviews of WeChat and WeCom, DingTalk, Lark (which is Feishu) and QQ.
 */
export const isFocusMoot =
  isFramed ||
  /Mobi|Android|MicroMes|DingT|Lark|QQ\/|Mac.*5$/.test(
    navigator.userAgent + navigator.maxTouchPoints,
  );
