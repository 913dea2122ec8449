/** Pages of words alone: messages, home, privacy. */
export const PLAIN_CSS = `
.plain main{max-width:38rem;margin:0 auto;padding:clamp(3rem,16vw,7rem) 1.375rem 4rem}
.plain h1{font:700 clamp(1.65rem,1.3rem + 1.6vw,2.2rem)/1.35 var(--serif)}
.plain h2{margin-top:2.5rem;font:700 1.25rem/1.45 var(--serif)}
.plain p,.plain li{line-height:1.85}
.plain h1+p,.plain h2+*,.plain p+p{margin-top:.9rem}
.plain .lead{font-size:1.125rem;color:var(--quiet)}
.plain ul{padding-left:1.3em;margin-top:.9rem}
.plain li+li{margin-top:.35em}
.plain li::marker{color:var(--accent)}
.plain .mark{display:block;width:2.25rem;height:4px;margin-bottom:1.5rem;border-radius:2px;background:var(--accent)}
.plain nav{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:2rem}
.plain .fine{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.9375rem}
.plain dl{margin-top:1rem}
.plain dt{margin-top:1.25rem;font-weight:600}
.plain dd{margin:.2rem 0 0;line-height:1.85}
`;
