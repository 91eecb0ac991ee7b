import { useRef } from 'react'

import type { TableFigure as Table } from '#shared/teach/concepts/concept.ts'

import { classNames } from '../../../components/class-names.ts'
import { RichText } from '../../../components/rich-text.tsx'
import { useOverflows } from '../../../components/use-overflows.ts'
import { SpecLinks } from '../../common/spec-links.tsx'
import { TEXT } from '../text.ts'

/** A comparison to be read: nothing in it is cut off, and where it is too wide it scrolls by itself. */
export function TableFigure({ figure: { caption, columns, rows } }: { readonly figure: Table }) {
  const box = useRef<HTMLDivElement>(null)
  const overflows = useOverflows(box)
  return (
    <div
      ref={box}
      {...(overflows && { role: 'group', 'aria-label': caption, tabIndex: 0 })}
      className="overflow-x-auto rounded-card border border-line bg-panel shadow-card focus-visible:-outline-offset-2"
    >
      <table className="w-full min-w-[34rem] border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line">
            {columns.map((column, index) => (
              <th key={column} scope="col" className={classNames('px-3 py-2 font-semibold', index === 0 && 'w-[22%]')}>
                {column === '' ? <span className="sr-only">{TEXT.compared}</span> : column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ title, cells, specs = [] }) => (
            <tr key={title} className="align-top">
              <th scope="row" className="px-3 py-2 font-medium">
                {title}
                <span className="block pt-0.5 text-tiny font-normal text-ink-3">
                  <SpecLinks specs={specs} />
                </span>
              </th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]} className="px-3 py-2 text-ink-2">
                  <RichText text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
