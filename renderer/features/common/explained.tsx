import { referenceAddress } from '../../frame/addresses.ts'
import { TEXT } from './text.ts'
import { OutsideLink, TextLink } from './text-link.tsx'
import { useDictionary } from './use-dictionary.ts'

interface ExplainedProps {
  readonly text: string
  /** What the dictionary explains more of, by the protocol's name. */
  readonly name: string
}

/** A sentence of ours about a setting, and where the protocol's own word stands explained. */
export function Explained({ text, name }: ExplainedProps) {
  const entry = useDictionary()?.explain(name)
  const spec = entry?.specs[0]
  return (
    <>
      {text}
      {entry !== undefined && (
        <>
          {' '}
          <TextLink href={referenceAddress(name)}>
            {TEXT.more}
            <span className="sr-only">{` ${TEXT.moreAbout(name)}`}</span>
          </TextLink>
        </>
      )}
      {spec !== undefined && (
        <>
          {' · '}
          <OutsideLink href={spec.href}>{spec.label}</OutsideLink>
        </>
      )}
    </>
  )
}
