/** What belongs to one page or two. */
export const contentStyles = `
.client{display:flex;align-items:center;gap:9px;min-width:0}
.client .badge,.users .badge{flex:none;display:grid;place-items:center;width:32px;height:32px;border-radius:8px;border:1.5px solid currentColor;font:650 13px var(--font);overflow:hidden}
.client .badge{color:var(--client)}
.client .badge img{width:100%;height:100%;object-fit:contain}
.client div{min-width:0;overflow-wrap:anywhere}
.client b{display:block}
.client .lead{margin:0}
.client .lead b{display:inline}
.client:first-of-type{margin-top:6px}
.users{padding:6px;display:grid;gap:2px}
.users.many{grid-template-columns:repeat(auto-fill,minmax(min(270px,100%),1fr))}
.users button{width:100%;display:grid;grid-template-columns:32px minmax(0,1fr) auto;align-items:center;gap:10px;padding:6px 8px;border:1px solid transparent;border-radius:8px;background:none;color:inherit;font:inherit;text-align:left;cursor:pointer}
.users button:hover{background:var(--sunken);border-color:var(--line-strong)}
.users .badge{border-radius:50%;color:var(--user)}
.users .who{min-width:0;overflow-wrap:anywhere}
.users .who b{font-weight:550}
.users .mail{display:block;color:var(--ink-3);font-size:12px}
.users .pass{display:flex;flex-direction:column;align-items:flex-end;gap:2px;color:var(--ink-3);font-size:11.5px;max-width:170px;text-align:right;overflow-wrap:anywhere}
.users .pass code{color:var(--ink-2);font-size:12px}
.users.many .pass{max-width:96px}
.cancel{display:flex}
.now{display:flex;flex-wrap:wrap;align-items:center;gap:6px 12px}
.now output,.shown-code{font:600 22px var(--mono);letter-spacing:.14em;color:var(--ink)}
.now output{min-width:0;overflow-wrap:anywhere}
.now p{flex:1 1 130px}
.shown-code{display:block;text-align:center;font-size:30px;padding:18px 10px;overflow-wrap:anywhere}
.scopes{padding:5px 6px}
.scopes label,.scopes .kept{display:grid;grid-template-columns:16px minmax(0,1fr) auto;gap:0 10px;align-items:baseline;min-height:30px;padding:5px 8px;border-radius:7px}
.scopes label{cursor:pointer}
.scopes label:hover{background:var(--sunken)}
.scopes input{width:16px;height:16px;margin:0;align-self:center;accent-color:var(--accent)}
.scopes svg{align-self:center;color:var(--good)}
.scopes span{overflow-wrap:anywhere;min-width:0}
.scopes code{font-size:12px;color:var(--ink-3);text-align:right;max-width:220px}
.scopes small{color:var(--ink-3);font-size:11.5px}
.bullets{display:grid;gap:5px;padding-left:18px;list-style:disc;color:var(--ink-2);overflow-wrap:anywhere}
.names{display:flex;flex-wrap:wrap;gap:6px;padding:10px 14px}
.names code{font-size:12px;background:var(--sunken);border:1px solid var(--line);border-radius:6px;padding:1px 7px}
.facts{display:grid;grid-template-columns:minmax(92px,max-content) minmax(0,1fr);gap:6px 12px;padding:12px 14px}
.facts dt{color:var(--ink-3);overflow-wrap:anywhere;max-width:150px}
.facts dt code{font-size:12px}
.facts dd{min-width:0;overflow-wrap:anywhere}
.facts.plain{padding:4px 0 0}
.facts+.pad{padding-top:0}
.decide{position:sticky;bottom:0;margin:0 -6px;padding:12px 6px;background:var(--bg)}
.requests{display:grid;gap:12px}
.request-scopes{margin:0 14px;padding-bottom:2px}
.pad-row{padding:12px 14px}
.empty{padding:32px 24px;display:grid;justify-items:center;gap:6px;text-align:center;color:var(--ink-2)}
.empty svg{color:var(--ink-3);margin-bottom:4px}
.done{color:var(--good)}
.cmp{padding:13px 16px;display:grid;grid-template-columns:92px minmax(0,1fr);gap:8px 12px;font-size:13px;line-height:1.5}
.cmp dt{color:var(--ink-3)}
.cmp dd{min-width:0;font-family:var(--mono);font-variant-ligatures:none;overflow-wrap:anywhere}
.cmp .none{font-family:var(--font);color:var(--ink-3)}
mark{border-radius:3px;padding:0 2px;background:var(--bad-soft);color:var(--bad)}
mark.there{background:var(--good-soft);color:var(--good)}
mark.gap{padding:0;border-radius:0;border-left:2px solid var(--bad);margin:0 1px;background:none}
.parameters{padding:4px 14px 12px;font-size:13px;line-height:1.5}
.parameters dt{padding-top:9px;overflow-wrap:anywhere}
.parameters dt code{font-weight:600}
.parameters dt small{display:block;color:var(--ink-3);font-size:12px}
.parameters dd{font-family:var(--mono);font-variant-ligatures:none;color:var(--ink-2);overflow-wrap:anywhere;white-space:pre-wrap}
.parameters .none{font-family:var(--font);color:var(--ink-3)}
.part{display:grid;gap:5px;margin-top:8px}
.part .bullets{gap:4px}
.specs{white-space:nowrap}
@media (max-width:480px){
.users .pass{max-width:110px}
.scopes label,.scopes .kept{grid-template-columns:18px minmax(0,1fr)}
.scopes code{grid-column:2;text-align:left;max-width:none}
.scopes input{width:18px;height:18px}
.cmp{grid-template-columns:minmax(0,1fr);gap:1px}
.cmp dd{margin-bottom:8px}
.cmp dd:last-child{margin-bottom:0}
.facts{grid-template-columns:minmax(0,1fr);gap:1px}
.facts dt{max-width:none}
.facts dd{margin-bottom:7px}
.facts dd:last-child{margin-bottom:0}
}
@media (forced-colors:active){mark{outline:1px solid}}
`
