/** The reader page: one column, a wide margin of calm, text first. */
export const READER_CSS = `
.reader article,.reader footer{max-width:42rem;margin:0 auto;padding:0 1.375rem}
.preview{background:var(--warn-soft);color:var(--warn);text-align:center;padding:.5rem 1rem}
.reader header{padding-top:clamp(2.25rem,9vw,4.5rem)}
h1{font:700 clamp(1.75rem,1.35rem + 2vw,2.5rem)/1.32 var(--serif);letter-spacing:.005em}
.meta{margin-top:.75rem;color:var(--quiet)}
.sender{display:flex;align-items:center;gap:.85rem;margin-top:1.5rem;padding:1rem 0;border-block:1px solid var(--line)}
.sender .mark{flex:none;width:2.9rem;height:2.9rem;border-radius:50%;background:var(--soft);color:var(--accent);display:grid;place-items:center;font:600 1.2rem/1 var(--serif);object-fit:cover}
.sender .who{flex:1;min-width:0;line-height:1.4}
.sender .name{font-weight:600}
.sender .role{color:var(--quiet);font-size:.9375rem}
.notice{display:block;margin-top:1.25rem;padding:1rem 1.1rem;background:var(--soft);border-radius:.75rem;line-height:1.65}
.notice [data-when]{display:none}
.notice[data-state=ask] [data-when~=ask],.notice[data-state=noticed] [data-when~=noticed],.notice[data-state=agreed] [data-when~=agreed],.notice[data-state=refused] [data-when~=refused],.notice[data-state=gpc] [data-when~=gpc],.notice[data-state=failed] [data-when~=failed]{display:block}
.notice .choices{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem .75rem;margin-top:.65rem}
.notice .button{min-width:6.5rem}
.notice[data-state=ask] .button[data-when~=ask],.notice[data-state=failed] .button[data-when~=failed],.notice[data-state=noticed] .button[data-when~=noticed]{display:inline-flex}
.link{min-height:2.75rem;padding:0;border:0;background:none;color:var(--accent);text-decoration:underline;text-underline-offset:.2em}
.notice .choices a{padding:.6rem 0;margin-left:auto}
.notice[data-state=agreed],.notice[data-state=refused],.notice[data-state=gpc]{padding:.85rem 1.1rem .3rem}
.notice[data-state=agreed] .choices,.notice[data-state=refused] .choices,.notice[data-state=gpc] .choices{margin-top:0}
.cover{margin:1.75rem -1.375rem 0}
.cover img{width:100%;display:block;background:var(--line)}
@media(min-width:44.75rem){.cover{margin-inline:0}.cover img{border-radius:.75rem}}
.body{margin-top:2rem;font-size:1.0625rem;line-height:1.75}
:lang(zh) .body{line-height:1.95;text-align:justify;line-break:strict;text-spacing-trim:trim-start}
.body section+section{margin-top:2.75rem}
.body h2{font:700 1.4rem/1.45 var(--serif);text-align:start}
.body h3{font:700 1.18rem/1.45 var(--serif);text-align:start}
.body h2::before{content:"";display:block;width:1.75rem;height:3px;margin-bottom:.9rem;background:var(--accent);border-radius:2px}
.body h2+*,.body h3+*{margin-top:.85rem}
.body p+*,.body ul+*,.body ol+*,.body blockquote+*,.body .table+*,.body pre+*,.body h4+*,.body hr+*{margin-top:1.15em}
.body section>p:first-child:only-of-type:empty{display:none}
.body ul,.body ol{padding-left:1.4em}
.body li+li{margin-top:.4em}
.body li::marker{color:var(--accent)}
.body blockquote{margin:1.3em 0 0;padding:.1rem 0 .1rem 1.1rem;border-left:3px solid var(--accent);color:var(--quiet)}
.body img{border-radius:.6rem;background:var(--line)}
.body hr{border:0;border-top:1px solid var(--line);margin:2em 0 0}
.body .table{overflow-x:auto;-webkit-overflow-scrolling:touch}
.body table{border-collapse:collapse;min-width:100%;font-size:1rem;line-height:1.6;text-align:start;font-variant-numeric:tabular-nums}
.body th,.body td{padding:.6rem .9rem .6rem 0;border-bottom:1px solid var(--line);vertical-align:top}
.body th{text-align:start;font-weight:600;color:var(--quiet);white-space:nowrap}
.body .right{text-align:right}.body .center{text-align:center}
.body code{font-size:.92em;background:var(--soft);padding:.1em .35em;border-radius:.3em}
.body pre{overflow-x:auto;padding:1rem;background:var(--soft);border-radius:.6rem;line-height:1.6;text-align:start}
.body pre code{background:none;padding:0}
.reader footer{margin-top:3.5rem;padding-bottom:3rem}
.reader footer .sender{border-bottom:0;padding-top:1.5rem}
.reader .fine{padding-top:1rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.9375rem}
.reader .fine a{color:inherit}
@media print{.notice,.preview{display:none}}
`;
