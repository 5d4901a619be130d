/** How the page of the description looks, in the light and in the dark. Its hash stands in the page's policy. */
export const docsStyle = `
:root { color-scheme: light dark; --ink: #16202b; --soft: #56636f; --line: #d9dfe5; --paper: #fbfcfd; --field: #f1f4f7; --accent: #0b5c78; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --soft: #9aa8b5; --line: #2d3944; --paper: #12181e; --field: #1a222a; --accent: #79c2dd; } }
* { box-sizing: border-box; }
body { margin: 0; display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr); font: 16px/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.5rem 1rem; border-inline-end: 1px solid var(--line); background: var(--field); font-size: .875rem; }
nav ul { list-style: none; margin: 0; padding: 0; } nav a { display: block; padding: .15rem 0; text-decoration: none; } nav h2 { font-size: .75rem; color: var(--soft); margin: 1.25rem 0 .25rem; }
.brand { font-weight: 650; margin: 0; }
main { padding: 2rem clamp(1rem, 4vw, 3.5rem) 6rem; max-width: 68rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; } main h2 { margin: 3rem 0 1rem; font-size: 1.35rem; border-bottom: 1px solid var(--line); padding-bottom: .35rem; } h3 { font-size: 1rem; margin: 0; }
.lead { color: var(--soft); max-width: 44rem; }
article { margin: 0 0 1.5rem; padding: 1rem 1.15rem; border: 1px solid var(--line); border-radius: .5rem; scroll-margin-top: 1rem; } article:target { border-color: var(--accent); }
article p { margin: .4rem 0; } h3 code { font-size: .95rem; } h3 em { font-style: normal; color: var(--accent); }
code { font: .875em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
.method { display: inline-block; min-width: 3.6rem; text-align: center; font: 600 .72rem/1.7 ui-monospace, monospace; border-radius: .25rem; color: #fff; background: #3c6e57; } .post { background: #1f5f8b; } .put, .patch { background: #8a5a12; } .delete { background: #9b2f2f; }
.line span, small, .media, details { color: var(--soft); } .media { font-size: .8rem; }
.scroll { overflow-x: auto; } table { width: 100%; border-collapse: collapse; font-size: .875rem; margin: .5rem 0; } caption { text-align: start; color: var(--soft); font-size: .78rem; }
th, td { text-align: start; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); } th { font-weight: 600; color: var(--soft); }
abbr { text-decoration: none; color: #c0392b; }
@media (max-width: 48rem) { body { display: block; } nav { position: static; height: auto; max-height: 14rem; border-inline-end: 0; border-bottom: 1px solid var(--line); } }
@media print { nav { display: none; } body { display: block; } article { break-inside: avoid; } }
`;
