/** Fonts, page and text. The ranges are those of the files, which hold the Latin letters only. */
export const baseStyles = `
@font-face{font-family:"Inter Variable";font-style:normal;font-weight:100 900;font-display:swap;src:url(/assets/inter.woff2) format("woff2")}
@font-face{font-family:"JetBrains Mono";font-style:normal;font-weight:100 800;font-display:swap;src:url(/assets/jetbrains-mono.woff2) format("woff2")}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-bottom:72px}
body{margin:0;background:var(--bg);color:var(--ink);font:13px/1.45 var(--font);min-height:100vh;padding:52px 18px 24px;display:grid;justify-items:center;align-items:start}
h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0}
ul,ol{padding:0;list-style:none}
h1{font-size:24px;line-height:1.25;letter-spacing:-.015em;margin:14px 0 -6px;overflow-wrap:anywhere}
h2{font-size:14px;line-height:1.35;font-weight:650}
h3{font-size:13px;font-weight:650}
code,pre,.mono{font-family:var(--mono);font-variant-ligatures:none}
code{font-size:.93em;overflow-wrap:anywhere}
b,strong{font-weight:600}
a{color:var(--accent);text-underline-offset:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.sheet{width:100%;max-width:460px;min-width:0;min-height:calc(100vh - 76px);display:flex;flex-direction:column}
.sheet.wide{max-width:640px}
.brand{display:flex;align-items:center;gap:8px;font-weight:650;font-size:14px}
.brand svg{color:var(--accent)}
main{display:flex;flex-direction:column;gap:12px;min-width:0}
.lead{color:var(--ink-2);font-size:14.5px;margin-bottom:4px;overflow-wrap:anywhere}
.lead b,.text b{color:var(--ink)}
.text{color:var(--ink-2);overflow-wrap:anywhere}
.text.large{font-size:14.5px}
.text code,.bullets code{color:var(--ink)}
.quiet{color:var(--ink-3);font-size:12px;overflow-wrap:anywhere}
.bad{color:var(--bad)}
.foot{margin-top:auto;padding-top:32px;color:var(--ink-3);font-size:12px}
.vh{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0}
@media (max-width:480px){
body{padding:24px 16px 20px;font-size:14px}
.sheet{min-height:calc(100vh - 44px)}
h1{font-size:22px}
}
`
