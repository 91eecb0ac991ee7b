import { ACTOR_TOKENS, CONSTANTS, type Theme, THEMES } from '../../theme/tokens.ts'

/** Both themes, as the reader's system has it; on paper the light one. */
const STYLE = [
  `:root{${declare(CONSTANTS)};color-scheme:light;${declare(THEMES.light)}}`,
  `@media (prefers-color-scheme:dark){:root{color-scheme:dark;${declare(THEMES.dark)}}}`,
  `@media print{:root{color-scheme:light;${declare(THEMES.light)}}}`,
  ...Object.entries(ACTOR_TOKENS).map(([actor, token]) => `.${actor}{--actor:var(--${token})}`),
  readable(),
  stepping(),
  printed(),
].join('\n')

/** A diagram that is a little too wide is made to fit; its words stay large enough to be read. */
export function buildStyle(diagramWidth: number): string {
  const least = Math.round(diagramWidth * SMALLEST_FIT)
  return `${STYLE}\n.diagram{width:100%;max-width:${diagramWidth}px;min-width:${least}px;height:auto}\n@media print{.diagram{min-width:0}}`
}

const SMALLEST_FIT = 0.78

function declare(values: Readonly<Record<string, string>> | Theme): string {
  return Object.entries(values)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')
}

/** One long page. */
function readable(): string {
  return `
*,*::before,*::after{box-sizing:border-box}
html{scroll-padding:16px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:14px/1.5 var(--font)}
h1,h2,h3,h4,h5,p,ul,ol,dl,dd,pre{margin:0;padding:0}
h1{font-size:22px;line-height:1.25;letter-spacing:-.01em;font-weight:650}
h2{font-size:17px;line-height:1.3;font-weight:650}
h3{font-size:13px;font-weight:650}
h4,h5{font-size:13px;font-weight:600}
h5{color:var(--ink-2)}
code,pre,kbd,.line,.value,.rows dt{font-family:var(--mono)}
code{font-size:.93em;overflow-wrap:anywhere}
pre{font-size:12px;line-height:1.55;white-space:pre-wrap;overflow-wrap:anywhere;background:var(--sunken);border:1px solid var(--line);border-radius:8px;padding:8px 11px}
a{color:var(--accent);text-underline-offset:2px;text-decoration-color:color-mix(in srgb,var(--accent) 40%,transparent);border-radius:3px}
a:hover{text-decoration-color:currentColor}
a.out{white-space:nowrap}
a.out::after{content:"\\2197";font-size:.8em;margin-left:.15em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
article:focus{outline:none}
ul{padding-left:18px}
del{text-decoration-color:var(--bad);overflow-wrap:anywhere}
summary{cursor:pointer;width:fit-content;font-size:13px;font-weight:600;color:var(--ink-2);border-radius:3px}
summary:hover{color:var(--ink)}
details>pre,details>.about-body{margin-top:8px}
[hidden]{display:none!important}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.small{font-size:13px}.faint{color:var(--ink-3)}.soft{color:var(--ink-2)}
.good{color:var(--good)}.bad{color:var(--bad)}
.title{font-weight:600;color:var(--ink)}
.card{background:var(--panel);border:1px solid var(--line);border-radius:12px;box-shadow:var(--shadow)}
.top{max-width:1560px;margin:0 auto;padding:20px 20px 14px}
.heading{display:grid;gap:4px}
.about{margin-top:10px}
.about-body{display:grid;gap:14px 28px;grid-template-columns:repeat(auto-fit,minmax(min(100%,22rem),1fr));align-items:start;padding:14px;background:var(--panel);border:1px solid var(--line);border-radius:12px}
.about-body p+p{margin-top:6px}
.facts{display:grid;gap:6px}
.facts div{display:grid;grid-template-columns:9.5rem minmax(0,1fr);gap:8px}
.facts dt{color:var(--ink-3)}
.facts dd{overflow-wrap:anywhere}
.badge{display:inline-block;border-radius:99px;padding:1px 9px;margin-right:4px;font-size:12px;font-weight:600;background:var(--sunken);color:var(--ink-2)}
.badge.good{background:var(--good-soft);color:var(--good)}
.badge.warn{background:var(--warn-soft);color:var(--warn)}
.badge.bad{background:var(--bad-soft);color:var(--bad)}
main{max-width:1560px;margin:0 auto;padding:0 20px 24px;display:grid;gap:14px;grid-template-columns:minmax(0,1fr)}
.contents>h2,.picture>h2{font-size:13px;padding:9px 14px;border-bottom:1px solid var(--line)}
.contents ol{list-style:none;padding:6px;display:grid;gap:1px}
.entry{display:grid;grid-template-columns:24px minmax(0,1fr);gap:8px;padding:6px 8px;border-radius:8px;color:inherit;text-decoration:none}
.entry:hover{background:var(--sunken)}
.entry .name{display:block;font-weight:550}
.entry .way{display:block;font-size:12px;color:var(--ink-3)}
.entry.skipped .name{text-decoration:line-through;color:var(--ink-3)}
.entry.coming .name{color:var(--ink-3)}
.entry.failed .name{color:var(--bad)}
.entry.here{background:var(--accent-soft)}
.entry.here .name{color:var(--accent)}
.number{display:grid;place-items:center;width:22px;height:22px;border-radius:99px;font:600 11px var(--mono);border:1.5px solid var(--line-strong);color:var(--ink-3)}
.entry.done .number{border-color:transparent;background:var(--good-soft);color:var(--good)}
.entry.failed .number{border-color:transparent;background:var(--bad-soft);color:var(--bad)}
.entry.here .number{border-color:var(--accent);background:var(--accent);color:var(--on-accent)}
.chip{display:inline-flex;align-items:center;gap:5px;overflow-wrap:anywhere}
.chip::before{content:"";flex:none;width:8px;height:8px;border-radius:99px;background:var(--actor)}
.picture{overflow:hidden}
.scroll{overflow:auto;padding:4px 10px 8px}
.scroll:focus-visible{outline-offset:-2px}
.diagram{display:block;margin:0 auto;font:11px var(--font)}
.lane .line{stroke:var(--line-strong)}
.lane rect{fill:var(--panel);stroke:var(--actor);stroke-width:1.25}
.lane text{fill:var(--actor);font-size:11.5px;font-weight:600}
.message rect{fill:transparent;stroke-width:1.5}
.message .stroke{fill:none;stroke:var(--actor);stroke-width:1.6;stroke-linejoin:round}
.message text{fill:var(--ink-2);stroke:var(--panel);stroke-width:4px;stroke-linejoin:round;paint-order:stroke}
.message.coming .stroke,.message.skipped .stroke{stroke:var(--edge)}
.message.coming .dashes{stroke-dasharray:4 3}
.message.skipped .dashes{stroke-dasharray:1.5 4}
.message.coming text,.message.skipped text{fill:var(--ink-3)}
.message.skipped text{text-decoration:line-through;stroke:none}
.message.failed rect{fill:var(--bad-soft)}
.message.failed .stroke{stroke:var(--bad)}
.message.failed text{fill:var(--bad);stroke:var(--bad-soft);font-weight:600}
.message:hover rect{fill:var(--sunken)}
.message.here rect{fill:var(--accent-soft)}
.message.here text{fill:var(--accent);stroke:var(--accent-soft);font-weight:700}
.message.here.failed text{fill:var(--bad)}
.message:focus-visible{outline:none}
.message:focus-visible rect{stroke:var(--accent)}
.steps{display:grid;gap:14px;min-width:0}
.step{display:grid;gap:12px;padding:16px 18px;min-width:0;align-content:start}
.step>*{min-width:0;max-width:52rem}
.who{display:flex;flex-wrap:wrap;align-items:center;gap:2px 7px;color:var(--ink-2);font-size:13px;margin-top:2px}
.state{margin-left:auto;border-radius:99px;padding:0 9px;font-size:12px;font-weight:600;background:var(--sunken);color:var(--ink-3)}
.state.done{background:var(--good-soft);color:var(--good)}
.state.failed{background:var(--bad-soft);color:var(--bad)}
.step>header{max-width:none}
.box{border-radius:10px;padding:9px 13px;background:var(--sunken);box-shadow:inset 0 0 0 1px var(--line);color:var(--ink-2);overflow-wrap:anywhere}
.box.accent{background:var(--accent-soft);box-shadow:none}
.box.good{background:var(--good-soft);box-shadow:none}
.box.warn{background:var(--warn-soft);box-shadow:none}
.box.bad{background:var(--bad-soft);box-shadow:none}
.box .title code{color:var(--ink)}
.box.warn .title{color:var(--warn)}.box.good .title{color:var(--good)}.box.bad .title code{color:var(--bad)}
.part{display:grid;gap:8px}
.part>*{min-width:0}
.aside{font-weight:400;color:var(--ink-3)}
.line{font-size:12.5px;background:var(--sunken);border:1px solid var(--line);border-radius:8px;padding:7px 11px;overflow-wrap:anywhere}
.line b{color:var(--accent)}.line b.good{color:var(--good)}.line b.bad{color:var(--bad)}
.rows,.checks{border:1px solid var(--line);border-radius:8px;overflow:hidden}
.row{display:grid;grid-template-columns:minmax(7rem,auto) minmax(0,1fr);gap:0 12px;padding:7px 11px}
.row+.row,.checks li+li{border-top:1px solid var(--line)}
.row.changed{background:var(--accent-soft)}
.row dt{font-size:12.5px;font-weight:600;overflow-wrap:anywhere}
.row dt code{font-size:1em}
.value{font-size:12.5px;color:var(--ink-2);overflow-wrap:anywhere;white-space:pre-wrap}
.masked{font-family:var(--font);font-style:normal;color:var(--ink-3)}
.note{grid-column:1/-1;font-size:13px;color:var(--ink-2);margin-top:1px}
.row .secret,h4 .secret{font:600 11px var(--font);border-radius:99px;padding:1px 7px;background:var(--warn-soft);color:var(--warn);white-space:nowrap}
.checks{list-style:none;padding:0}
.checks li{display:grid;grid-template-columns:14px minmax(0,1fr);gap:9px;padding:7px 11px}
.checks li.failed{background:var(--bad-soft)}
.sign{font-weight:700;color:var(--ink-3)}
.passed .sign{color:var(--good)}.checks .failed .sign{color:var(--bad)}
.compared{display:grid;grid-template-columns:auto minmax(0,1fr);gap:0 10px;font-size:12.5px}
.compared dt{color:var(--ink-2)}
.compared dd{font-family:var(--mono);overflow-wrap:anywhere}
.token{display:grid;gap:7px;border:1px solid var(--line);border-radius:10px;padding:11px 12px}
button{font:inherit;font-weight:550;color:var(--ink);background:var(--panel);border:1px solid var(--line-strong);border-radius:8px;padding:5px 13px;min-height:34px;cursor:pointer}
button:hover:enabled{border-color:var(--edge)}
button:disabled{opacity:.5;cursor:default}
button.primary{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
button.quiet{background:none;border-color:transparent;color:var(--ink-2)}
kbd{font-size:11px;border:1px solid color-mix(in srgb,currentColor 50%,transparent);border-radius:4px;padding:0 5px;margin-left:4px}
.walk{position:sticky;bottom:0;z-index:2;display:flex;flex-wrap:wrap;align-items:center;gap:8px 12px;max-width:1560px;margin:0 auto;padding:10px 20px;background:var(--bg);border-top:1px solid var(--line)}
.walk output{color:var(--ink-2);font-size:13px;font-variant-numeric:tabular-nums}
progress{flex:1;min-width:4rem;height:4px;appearance:none;border:0;border-radius:99px;overflow:hidden;background:var(--line-strong)}
progress::-webkit-progress-bar{background:var(--line-strong)}
progress::-webkit-progress-value{background:var(--accent);transition:inline-size .2s}
progress::-moz-progress-bar{background:var(--accent)}
@media (prefers-reduced-motion:reduce){progress::-webkit-progress-value{transition:none}}
@media (width < 34rem){
.top,main,.walk{padding-left:12px;padding-right:12px}
.step{padding:14px}
.row,.facts div{grid-template-columns:minmax(0,1fr)}
.walk{display:grid;grid-template-columns:auto minmax(0,1fr)}
.walk progress{grid-area:1/1/2/3;width:100%}
.walk output{grid-row:2}
.walk .quiet{grid-row:2;justify-self:end;min-height:0;padding:0 2px}
kbd{display:none}
}
@media (width >= 60rem){
main{grid-template-columns:minmax(0,1fr) minmax(0,1fr);align-items:start}
.steps,.picture{grid-column:1/-1}
.contents{grid-column:1/-1}
.contents ol{grid-template-columns:repeat(auto-fill,minmax(17rem,1fr))}
}`
}

/** One step at a time, beside the diagram. */
function stepping(): string {
  return `
.stepping .step:not(.here){display:none}
@media (width < 60rem){
.stepping .steps{order:-1}
.stepping .contents{order:1}
}
@media (width >= 60rem){
.stepping main{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
.stepping .contents{display:none}
.stepping .picture,.stepping .steps{grid-column:auto}
.stepping .picture{position:sticky;top:12px;display:flex;flex-direction:column;max-height:calc(100dvh - 84px)}
}
@media (width >= 84rem){
.stepping main{grid-template-columns:15.5rem minmax(0,1fr) minmax(0,1fr)}
.stepping .contents{grid-column:auto;position:sticky;top:12px;display:flex;flex-direction:column;max-height:calc(100dvh - 84px)}
.stepping .contents ol{grid-template-columns:minmax(0,1fr);overflow:auto}
}`
}

/** Every step, whatever was on the screen. */
function printed(): string {
  return `
@media print{
@page{margin:16mm 14mm}
body{background:none;font-size:10.5pt}
.walk,.contents{display:none!important}
.top,main{padding-left:0;padding-right:0}
main,.stepping main{display:block}
.card{box-shadow:none}
.stepping .step:not(.here){display:grid}
.stepping .picture{position:static;max-height:none}
.picture,.step{margin-bottom:12pt}
.picture,.box,.row,.checks li,.line{break-inside:avoid}
.step{border:0;border-top:1.5pt solid var(--line-strong);border-radius:0;padding:12pt 0 0}
.step>*{max-width:none}
h2,h3,h4,h5{break-after:avoid}
.scroll{overflow:visible}
.message.here:not(.failed) rect{fill:transparent}
.message.here:not(.failed) text{fill:var(--ink-2);stroke:var(--panel);font-weight:400}
details::details-content{display:block;content-visibility:visible;block-size:auto}
details>summary{list-style:none}
a{color:inherit;text-decoration:none}
a.out::after{content:none}
}`
}
