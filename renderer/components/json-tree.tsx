import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { CopyButton } from './copy-button.tsx'
import { revealCutOff } from './reveal-cut-off.ts'
import { JsonTreeRow } from './json/json-tree-row.tsx'
import { type JsonRow, listRows, openAtFirst, parentOf } from './json/json-rows.ts'
import { moveInTree } from './json/move-in-tree.ts'

export interface JsonTreeProps {
  readonly value: unknown
  readonly label: string
}

/** A tree as the ARIA Authoring Practices describe it: one tab stop, arrows inside. */
export function JsonTree({ value, label }: JsonTreeProps) {
  const id = useId()
  const [open, setOpen] = useState(() => openAtFirst(value))
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set())
  const [wanted, setActive] = useState('')
  const rows = useMemo(() => listRows(value, { open, whole }), [value, open, whole])
  const active = rows.find((row) => row.pointer === wanted) ?? rows[0]
  const tree = useRef<HTMLDivElement>(null)

  function go(pointer: string): void {
    setActive(pointer)
    tree.current?.querySelector(`[data-pointer="${CSS.escape(pointer)}"]`)?.scrollIntoView({ block: 'nearest' })
  }

  function toggle(row: JsonRow): void {
    setActive(row.pointer)
    if (row.hidden !== undefined) setWhole(new Set([...whole, parentOf(parentOf(row.pointer))]))
    else if (row.isOpen) setOpen(new Set([...open].filter((pointer) => pointer !== row.pointer)))
    else if (row.count > 0) setOpen(new Set([...open, row.pointer]))
  }

  function press(event: KeyboardEvent): void {
    if (active === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const move = moveInTree(event.key, active, rows)
    if (move === undefined) return
    event.preventDefault()
    if (move.kind === 'go') go(move.pointer)
    else if (move.kind === 'toggle') toggle(active)
    else setOpen(new Set([...open, ...move.pointers]))
  }

  return (
    <div className="min-w-0 rounded-lg border border-line bg-sunken">
      <div
        ref={tree}
        role="tree"
        aria-label={label}
        tabIndex={0}
        aria-activedescendant={active && `${id}${active.pointer}`}
        onKeyDown={press}
        className="group/tree max-h-[60vh] overflow-auto rounded-lg py-1.5 pr-1 font-mono text-small leading-5 outline-none"
      >
        {rows.map((row) => (
          <JsonTreeRow
            key={row.pointer}
            id={`${id}${row.pointer}`}
            row={row}
            isActive={row === active}
            onToggle={() => toggle(row)}
          />
        ))}
      </div>
      <CopyBar row={active} />
    </div>
  )
}

function CopyBar({ row }: { readonly row: JsonRow | undefined }) {
  const path = row?.path ?? '$'
  return (
    <div className="flex items-center gap-1 border-t border-line py-0.5 pr-1 pl-3">
      <code className="min-w-0 flex-1 truncate text-tiny text-ink-3" onPointerOver={revealCutOff}>
        {path}
      </code>
      <CopyButton text={path} label="Copy path" caption="Path" />
      <CopyButton text={() => textOf(row?.value)} label="Copy value" caption="Value" />
    </div>
  )
}

/** A string is copied as what it says, the rest as JSON. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '')
}
