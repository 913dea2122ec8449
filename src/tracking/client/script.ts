/** The script's own element. */

/** Set by the build: with embedding, consent and goals, or, as on pages of ours, without. */
declare const FULL: boolean;

export const script = document.currentScript as HTMLScriptElement;
/** Holds the visit's token, where the page finds it too; "" or nothing while there is none. */
export const { dataset } = script;
/** The script's own address says where to send: `/t`, also behind a path of the customer's. */
export const base = FULL ? script.src.replace(/\/t(\/\w+)?\.js.*/, "/t") : "/t";
