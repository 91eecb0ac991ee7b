import { type Difference, listDifferences } from '#shared/json/list-differences.ts'

import { TEXT } from './text.ts'

interface DifferenceTableProps {
  readonly label: string
  readonly before: unknown
  readonly after: unknown
}

/** Two JSON values, and only what differs. Of a list is shown what goes from it and what comes to it. */
export function DifferenceTable({ label, before, after }: DifferenceTableProps) {
  const words = TEXT.difference
  const differences = listDifferences(before, after)
  if (differences.length === 0) return <p className="text-ink-2">{words.none}</p>
  return (
    <table className="w-full table-fixed text-small">
      <caption className="sr-only">{label}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{words.member}</th>
          <th scope="col">{words.change}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {differences.map((difference) => (
          <tr key={difference.path.join('.')} className="align-top max-sm:grid">
            <th scope="row" className="py-1.5 pr-2 text-left font-mono font-semibold wrap-anywhere sm:w-2/5">
              {difference.path.join('.')}
            </th>
            <td className="py-1.5">
              <Sides {...difference} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Sides({ before, after }: Difference) {
  const [gone, come] = [itemsOf(before), itemsOf(after)]
  const words = TEXT.difference
  return (
    <ul className="flex flex-wrap gap-1 font-mono">
      {gone
        .filter((item) => !come.includes(item))
        .map((item) => (
          <li key={`- ${item}`} className="rounded-xs bg-bad-soft px-1 wrap-anywhere">
            <span className="sr-only">{words.goes}</span>
            <del>{item}</del>
          </li>
        ))}
      {come
        .filter((item) => !gone.includes(item))
        .map((item) => (
          <li key={`+ ${item}`} className="rounded-xs bg-good-soft px-1 wrap-anywhere">
            <span className="sr-only">{words.comes}</span>
            {item}
          </li>
        ))}
    </ul>
  )
}

function itemsOf(value: unknown): readonly string[] {
  if (value === undefined) return []
  return (Array.isArray(value) ? value : [value]).map((item) =>
    typeof item === 'string' ? item : JSON.stringify(item),
  )
}
