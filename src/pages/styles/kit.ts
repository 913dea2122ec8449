/** The kit: cards for a thumb, the copy button always the largest thing in sight. */
export const KIT_CSS = `
.kit header,.kit main{max-width:38rem;margin:0 auto;padding:0 1rem}
.kit header{padding-top:1.5rem}
.kit h1{font:700 1.5rem/1.35 var(--serif)}
.kit .title{font:700 1.25rem/1.45 var(--serif);margin-top:1.5rem}
.kit main{padding-bottom:3rem}
.entries{list-style:none;display:flex;gap:.6rem;overflow-x:auto;margin:1rem -1rem 0;padding:.25rem 1rem .5rem;scroll-snap-type:x proximity}
.entries li{flex:none;max-width:15rem;scroll-snap-align:center}
.entries a{display:block;padding:.6rem 1rem;border:1px solid var(--line);border-radius:1.5rem;background:var(--raised);color:var(--ink);text-decoration:none;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.entries [aria-current]{background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-weight:600}
.card{margin-top:1rem;padding:1.15rem 1.15rem 1.25rem;background:var(--raised);border:1px solid var(--line);border-radius:1rem}
.card h3{font-size:1.1rem}
.card h4{margin:1.5rem 0 0;font-size:1rem}
.card .quiet{font-size:.9375rem}
textarea{display:block;width:100%;margin-top:.75rem;padding:.85rem 1rem;border:1px solid var(--line);border-radius:.75rem;background:var(--ground);font-size:1.0625rem;line-height:1.75;resize:vertical;overflow:hidden auto}
.fold{margin-top:.75rem;padding:.6rem .9rem;border-radius:.6rem;background:var(--warn-soft);color:var(--warn);font-size:.9375rem}
.wide{width:100%;min-height:3.4rem;margin-top:.9rem;font-size:1.125rem;border-radius:.85rem}
.button{white-space:nowrap;transition:background-color .15s}
.button[data-state=done]{background:var(--soft);color:var(--accent);border-color:var(--accent)}
.button[data-state=done] [data-label]::before{content:"✓ "}
.button[data-state=failed]{background:var(--warn-soft);color:var(--warn);border-color:var(--warn);white-space:normal}
.link{display:block;width:100%;min-height:2.75rem;margin-top:.25rem;padding:0;border:0;background:none;color:var(--accent);text-decoration:underline;text-underline-offset:.2em}
.images{display:grid;grid-template-columns:repeat(3,1fr);gap:.4rem;margin-top:.75rem}
.images.one{grid-template-columns:1fr}
.images img{display:block;width:100%;border-radius:.5rem;background:var(--line);-webkit-touch-callout:default}
.images:not(.one) img{aspect-ratio:1;object-fit:cover}
.url{display:block;font:.9375rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;word-break:break-all;user-select:all}
p.url{margin:.75rem 0;padding:.7rem .9rem;background:var(--ground);border:1px solid var(--line);border-radius:.6rem}
p.url+.button{width:100%}
.channels,.readers{list-style:none;padding:0;margin-top:.5rem}
.channels li,.readers li{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between;padding:.75rem 0}
.channels li+li,.readers li+li{border-top:1px solid var(--line)}
.channels .url{color:var(--quiet);font-size:.875rem}
.channels li>div,.spent{flex:1 1 9rem}
.readers b,.readers span{display:block}
.spent{text-align:end}
.qr{width:min(13rem,70%);margin:.9rem auto 0;padding:.75rem;background:#fff;border-radius:.75rem}
.qr svg{display:block;width:100%}
.offscreen{position:fixed;top:0;left:-99rem;width:1px;height:1px;opacity:0}
`;
