import { classNames } from '../../../components/class-names.ts'
import { formatMoment } from '../format-time.ts'
import { formatFromNow } from './format-distance.ts'
import { type PlacedTime, placeTimes, TIME_CLAIMS } from './place-times.ts'
import { TEXT } from './text.ts'
import { useNow } from './use-now.ts'

/** The times of a token on a line, with now on it, which goes on. */
export function TimeLine({ claims }: { readonly claims: Readonly<Record<string, unknown>> }) {
  const now = useNow()
  const scale = placeTimes(claims, now)
  if (scale === undefined) return null
  const { times, good, now: here } = scale
  const exp = claims['exp']
  const hasEnded = typeof exp === 'number' && exp <= now
  return (
    <>
      <p className="sr-only">{describe(claims, now)}</p>
      <div aria-hidden className="relative h-14 text-tiny">
        <span className="absolute inset-x-0 top-6.5 h-0.5 bg-line-strong" />
        {good !== undefined && (
          <span
            className={classNames('absolute top-6 h-1.5 rounded-full', hasEnded ? 'bg-bad' : 'bg-good')}
            style={{ left: percent(good.from), width: percent(good.to - good.from) }}
          />
        )}
        {times.map((time) => (
          <Mark key={time.names.join()} time={time} now={now} />
        ))}
        <span
          className="absolute top-6.75 size-3.5 -translate-1/2 rounded-full border-2 border-panel bg-accent"
          style={{ left: percent(here.place) }}
        />
        <span
          className="absolute top-0 font-semibold whitespace-nowrap text-accent"
          style={{ left: percent(here.place), transform: `translateX(${shift(here.place)})` }}
        >
          {TEXT.now[here.side]} {formatMoment(now * 1000).slice(11, 16)}
        </span>
      </div>
    </>
  )
}

function Mark({ time: { names, at, place }, now }: { readonly time: PlacedTime; readonly now: number }) {
  return (
    <>
      <span className="absolute top-5.5 h-2.5 w-0.5 -translate-x-1/2 bg-edge" style={{ left: percent(place) }} />
      <span
        className="absolute top-9 whitespace-nowrap text-ink-3"
        style={{ left: percent(place), transform: `translateX(${shift(place)})` }}
      >
        <span className="font-mono">{names.join(', ')}</span> {nameTime(at, now)}
      </span>
    </>
  )
}

/** The clock alone, as long as it is today's. */
function nameTime(at: number, now: number): string {
  const [moment, today] = [formatMoment(at * 1000), formatMoment(now * 1000)]
  return moment.slice(0, 10) === today.slice(0, 10) ? moment.slice(11, 16) : moment.slice(0, 16)
}

function describe(claims: Readonly<Record<string, unknown>>, now: number): string {
  const said = TIME_CLAIMS.flatMap((name) => {
    const at = claims[name]
    return typeof at === 'number' ? [`${name} ${formatFromNow(at, now)}`] : []
  })
  return TEXT.times(said.join(', '))
}

/** Names at the edges stay inside. */
function shift(place: number): string {
  return place < 0.16 ? `-${place * 100 * 2}%` : place > 0.84 ? `-${50 + (place - 0.84) * 312}%` : '-50%'
}

function percent(part: number): string {
  return `${part * 100}%`
}
