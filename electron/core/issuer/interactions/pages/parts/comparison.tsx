import type { ErrorLesson } from '#shared/teach/lesson.ts'
import { markDifference, type MarkedValue } from '../mark-difference.ts'

/** What was sent above what is registered; the difference to the nearest is marked, for eyes and ears alike. */
export function Comparison(props: { readonly comparison: NonNullable<ErrorLesson['comparison']> }) {
  const { parameter, sent, registered } = props.comparison
  const [nearest, ...others] = registered
  const difference = nearest === undefined || sent === '' ? undefined : markDifference(sent, nearest)
  return (
    <section className="card" aria-label={`${parameter}: what was sent, and what is registered`}>
      <dl className="cmp">
        <dt>Sent</dt>
        <dd>{difference === undefined ? <Value value={sent} /> : <SentValue value={difference.sent} />}</dd>
        <dt>Registered</dt>
        <dd>
          {difference === undefined ? (
            <Value value={nearest ?? ''} />
          ) : (
            <RegisteredValue value={difference.registered} />
          )}
        </dd>
        {others.map((other) => (
          <Other key={other} value={other} />
        ))}
      </dl>
    </section>
  )
}

function SentValue({ value }: { readonly value: MarkedValue }) {
  return (
    <>
      {value.before}
      {value.differing === '' ? (
        <mark className="gap">
          <span className="vh"> (something is missing here) </span>
        </mark>
      ) : (
        <mark>
          <span className="vh"> (differs here: </span>
          {visible(value.differing)}
          <span className="vh">) </span>
        </mark>
      )}
      {value.after}
    </>
  )
}

function RegisteredValue({ value }: { readonly value: MarkedValue }) {
  return (
    <>
      {value.before}
      {value.differing !== '' && (
        <mark className="there">
          <span className="vh"> (registered is: </span>
          {visible(value.differing)}
          <span className="vh">) </span>
        </mark>
      )}
      {value.after}
    </>
  )
}

function Other(props: { readonly value: string }) {
  return (
    <>
      <dt>Registered</dt>
      <dd>{props.value}</dd>
    </>
  )
}

function Value(props: { readonly value: string }) {
  return props.value === '' ? <span className="none">nothing</span> : props.value
}

/** A space that makes the difference has to be seen. */
function visible(differing: string): string {
  return differing.replaceAll(' ', '␣')
}
