/** Cards, buttons, fields, notes and tags. */
export const controlStyles = `
.card{background:var(--panel);border:1px solid var(--line);border-radius:var(--r);box-shadow:var(--shadow);min-width:0}
.card>header{display:flex;align-items:baseline;flex-wrap:wrap;gap:2px 8px;padding:9px 14px;border-bottom:1px solid var(--line)}
.card>header h2,.card>header h3{font-size:12.5px;overflow-wrap:anywhere;min-width:0}
.card>header small{margin-left:auto;font-size:11.5px;color:var(--ink-3);overflow-wrap:anywhere;min-width:0}
.pad{padding:12px 14px;display:flex;flex-direction:column;gap:12px}
.row{display:flex;flex-wrap:wrap;gap:8px}
.row .btn{flex:1 1 160px}
.links{margin-top:4px}
.links .btn{max-width:316px}
.btn{min-height:34px;min-width:0;padding:6px 14px;border-radius:8px;border:1px solid var(--line-strong);background:var(--panel);color:var(--ink);font:500 13px/1.4 var(--font);display:inline-flex;align-items:center;justify-content:center;gap:7px;text-align:center;text-decoration:none;cursor:pointer;overflow-wrap:anywhere}
.btn:hover{background:var(--sunken);border-color:var(--edge)}
.btn.primary{background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-weight:600}
.btn.primary:hover{box-shadow:0 0 0 1px var(--accent)}
.btn.ghost{border-color:transparent;background:none;color:var(--ink-2)}
.btn.ghost:hover{background:var(--panel);border-color:var(--line-strong)}
.btn.small{min-height:28px;padding:2px 10px;font-size:12px}
.fields{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:10px}
.field{display:flex;flex-direction:column;gap:4px;min-width:0}
.field label{font-weight:550;font-size:12.5px}
.field input{height:34px;width:100%;min-width:0;padding:0 10px;border:1px solid var(--edge);border-radius:8px;background:var(--panel);color:var(--ink);font:13px var(--font)}
.field input:focus-visible{outline-offset:0;border-color:var(--accent)}
.field input[aria-invalid=true]{border-color:var(--bad)}
.field input.code{height:46px;font:500 20px var(--mono);letter-spacing:.14em}
input::placeholder{color:var(--ink-3);opacity:1}
.note{display:flex;gap:9px;border-radius:9px;padding:9px 11px;font-size:12.5px;overflow-wrap:anywhere}
.note>div{min-width:0}
.note svg{flex:none;margin-top:1px}
.note.warn{background:var(--warn-soft)}.note.warn svg{color:var(--warn)}
.note.bad{background:var(--bad-soft);color:var(--ink)}.note.bad svg{color:var(--bad)}
.note.good{background:var(--good-soft)}.note.good svg{color:var(--good)}
.note.info{background:var(--accent-soft)}.note.info svg{color:var(--accent)}
.tag{flex:none;padding:0 7px;border:1px solid var(--line-strong);border-radius:999px;font-size:11.5px;font-weight:500;color:var(--ink-2);white-space:nowrap}
.actor{width:8px;height:8px;border-radius:2.5px;display:inline-block;flex:none}
.actor.client{background:var(--client)}.actor.user{background:var(--user)}.actor.api{background:var(--api)}
details{color:var(--ink-2);font-size:12.5px}
summary{cursor:pointer;padding:4px 0;color:var(--ink-2);width:max-content;max-width:100%;border-radius:4px}
pre{margin:0;font-size:12px;line-height:1.55;background:var(--sunken);border:1px solid var(--line);border-radius:8px;padding:9px 11px;white-space:pre-wrap;overflow-wrap:anywhere;color:var(--ink)}
@media (max-width:480px){
.links .btn{max-width:none}
.btn{min-height:40px;font-size:14px}
.btn.small{min-height:32px;font-size:13px}
.field input{height:40px;font-size:16px}
.fields{grid-template-columns:minmax(0,1fr)}
}
`
