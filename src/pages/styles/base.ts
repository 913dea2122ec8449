/**
 * Ground, ink and type of every page. Colours meet WCAG AA on their ground in both schemes; sizes are
 * in rem, so that a reader's own font size scales everything. System fonts only.
 */
export const BASE_CSS = `
:root{
--ground:#faf8f4;--raised:#fff;--ink:#23211d;--quiet:#67615a;--line:#e4dfd6;--accent:#1d5c50;--on-accent:#fff;--soft:#eef3ef;--warn:#8a4b08;--warn-soft:#fdf3e3;
--sans:system-ui,-apple-system,"PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;
--serif:Georgia,"Songti SC","Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC",serif;
color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{
--ground:#16181a;--raised:#1e2123;--ink:#e5e2dc;--quiet:#a29c92;--line:#33373a;--accent:#86c9b8;--on-accent:#10211d;--soft:#1d2725;--warn:#f0b970;--warn-soft:#2b241a}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.6 var(--sans);overflow-wrap:anywhere;-webkit-font-smoothing:antialiased;padding:env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left)}
h1,h2,h3,p,ul,ol,figure,dl,dd{margin:0}
h1,h2,h3,h4{line-height:1.35;text-wrap:balance}
:lang(zh) :is(h1,h2,h3){word-break:keep-all}
img,svg{max-width:100%;height:auto;vertical-align:middle}
a{color:var(--accent);text-underline-offset:.2em;text-decoration-thickness:1px}
button,textarea,input{font:inherit;color:inherit}
button{cursor:pointer;touch-action:manipulation}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:4px}
[hidden]:not(.notice){display:none!important}
.button{display:inline-flex;align-items:center;justify-content:center;gap:.5em;min-height:2.75rem;padding:.4rem 1.1rem;border:1px solid var(--accent);border-radius:.6rem;background:transparent;color:var(--accent);font-weight:600;text-decoration:none}
.button.full{background:var(--accent);color:var(--on-accent)}
.quiet{color:var(--quiet)}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;
