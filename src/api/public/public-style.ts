/** How the public view looks, in the light, in the dark, and on paper. Its hash stands in the page's policy. */
export const publicStyle = `
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #5d6269; --line: #dad5cb; --paper: #faf8f4; --sunk: #f3efe8; --accent: #1f4e79; --warm: #b4571e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e4dc; --quiet: #9da2a8; --line: #2d3238; --paper: #14171b; --sunk: #1d2126; --accent: #8fbce6; --warm: #e39d5c; } }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Noto Sans", "Noto Naskh Arabic", sans-serif; -webkit-text-size-adjust: 100%; }
html[lang="ar"] { line-height: 1.7; }
body { margin: 0 auto; max-width: 76rem; padding: 0 clamp(1rem, 4vw, 3rem) 4rem; }
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; inset-inline-start: 1rem; top: -4rem; background: var(--paper); padding: .5rem 1rem; } .skip:focus { top: .5rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; padding: 1.25rem 0 .75rem; border-bottom: 1px solid var(--line); }
header p { margin: 0; } header .tlp { margin-inline-start: auto; }
.tlp { font: 600 .8rem/1 ui-monospace, monospace; background: #000; color: #fff; padding: .35rem .5rem; border-radius: 3px; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; } nav a, .files a { display: inline-block; padding: .2rem 0; }
nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
h1 { font-size: clamp(1.7rem, 4vw, 2.4rem); line-height: 1.2; margin: 2rem 0 .5rem; text-wrap: balance; } html[lang="ar"] h1 { line-height: 1.45; }
h2 { font-size: 1.35rem; margin: 3rem 0 .75rem; padding-bottom: .35rem; border-bottom: 1px solid var(--line); } h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
.sentence { font-size: clamp(1.15rem, 2.5vw, 1.5rem); line-height: 1.45; max-width: 52rem; text-wrap: pretty; } html[lang="ar"] .sentence { line-height: 1.75; } .sentence b { font-weight: 600; }
.quiet, small { color: var(--quiet); } section > p { max-width: 48rem; }
.fiction { background: var(--sunk); border-inline-start: 4px solid var(--warm); padding: .5rem 1rem; }
.wide { overflow-x: auto; margin: .5rem 0 1rem; } table { border-collapse: collapse; width: 100%; font-size: .92rem; font-variant-numeric: tabular-nums; }
caption { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: start; vertical-align: top; padding: .4rem 1.25rem .4rem 0; border-bottom: 1px solid var(--line); min-width: 5.5rem; } html[dir="rtl"] th, html[dir="rtl"] td { padding: .4rem 0 .4rem 1.25rem; }
thead th { font-weight: 600; color: var(--quiet); white-space: nowrap; } tbody th { font-weight: 400; min-width: 9rem; max-width: 30rem; } .n { text-align: end; }
.bodies, .bodies ul { list-style: none; padding-inline-start: 1.1rem; margin: .25rem 0; border-inline-start: 1px solid var(--line); } .bodies { padding: 0; border: 0; } .bodies li { padding: .2rem 0; }
.files { columns: 18rem auto; padding-inline-start: 1.2rem; }
@media print { html { background: #fff; color: #000; font-size: 10pt; } body { max-width: none; padding: 0; } nav, .skip, .files { display: none; } .wide { overflow: visible; } tr, li { break-inside: avoid; } h2, h3 { break-after: avoid; } .tlp { background: #000; color: #fff; print-color-adjust: exact; } a { color: inherit; } }
`;
