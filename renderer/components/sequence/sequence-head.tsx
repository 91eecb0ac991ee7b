import type { Actor } from '../actor.ts'
import { classNames } from '../class-names.ts'
import { HEAD, type Layout, shortenName } from '#shared/sequence/layout.ts'

const LOOKS: Readonly<Record<Actor, readonly [line: string, text: string]>> = {
  user: ['stroke-user', 'fill-user'],
  browser: ['stroke-browser', 'fill-browser'],
  client: ['stroke-client', 'fill-client'],
  issuer: ['stroke-issuer', 'fill-issuer'],
  api: ['stroke-api', 'fill-api'],
}

interface SequenceHeadProps {
  readonly layout: Layout
  readonly zoom: number
}

/** The names over the lanes. Each message says them again, so they are a picture only. */
export function SequenceHead({ layout: { width, headHeight, lanes }, zoom }: SequenceHeadProps) {
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${width} ${headHeight}`}
      width={width * zoom}
      height={headHeight * zoom}
      className="block"
    >
      {lanes.map(({ id, actor, name, x, width: box }) => (
        <g key={id}>
          <title>{name}</title>
          <path d={`M${x} ${HEAD.top + HEAD.box}V${headHeight}`} className="stroke-line-strong" />
          <rect
            x={x - box / 2}
            y={HEAD.top}
            width={box}
            height={HEAD.box}
            rx={8}
            strokeWidth={1.25}
            className={classNames('fill-panel', LOOKS[actor][0])}
          />
          <text
            x={x}
            y={HEAD.top + 17}
            textAnchor="middle"
            className={classNames('text-[11.5px] font-semibold', LOOKS[actor][1])}
          >
            {shortenName(name)}
          </text>
        </g>
      ))}
    </svg>
  )
}
