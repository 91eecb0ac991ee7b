import type { ReactNode } from 'react'

/** Names and what they are, line by line; what is not known is left out. */
export function Facts(props: {
  readonly facts: readonly (readonly [name: ReactNode, value: ReactNode])[]
  readonly plain?: boolean
}) {
  return (
    <dl className={props.plain ? 'facts plain' : 'facts'}>
      {props.facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value], index) => (
          <FactLine key={index} name={name} value={value} />
        ))}
    </dl>
  )
}

function FactLine(props: { readonly name: ReactNode; readonly value: ReactNode }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </>
  )
}
