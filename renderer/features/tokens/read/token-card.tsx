import { useMemo, useRef, useState } from 'react'

import type { Found, Paste } from '#shared/tokens/recognise/paste.ts'

import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { CodeBlock } from '../../../components/code-block.tsx'
import { Notice } from '../../../components/notice.tsx'
import { Segmented } from '../../../components/segmented.tsx'
import { Select } from '../../../components/select.tsx'
import { buildSegments, coveredRange, type Mark, rangesOf } from '../../common/tokens/build-segments.ts'
import { JsonMembers } from '../../common/tokens/json-members.tsx'
import { COLOURED_UP_TO, RawToken } from '../../common/tokens/raw-token.tsx'
import { TimeLine } from '../../common/tokens/time-line.tsx'
import { DecryptForm } from './decrypt-form.tsx'
import { Signature } from './signature/signature.tsx'
import { TEXT } from './text.ts'

interface TokenCardProps {
  readonly text: string
  readonly paste: Paste
  /** It was inside of a JWE. */
  readonly isInside: boolean
  readonly found: readonly Found[]
  readonly index: number
  readonly kind: string
  readonly mark: Mark | undefined
  readonly onMark: (mark: Mark | undefined) => void
  readonly onChange: (text: string) => void
  readonly onPick: (index: number) => void
  readonly onOpen: (plaintext: string) => void
  readonly onOutside: () => void
}

/** The token as text, as JSON, its signature and its times. */
export function TokenCard(props: TokenCardProps) {
  const { text, isInside, found, index, kind, mark, onMark, onChange, onOpen, onOutside } = props
  const [isCovered, setCovered] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const token = (found[index] ?? found[0])?.token
  const compact = token?.type === 'jws' || token?.type === 'jwe' ? token : undefined
  const segments = useMemo(() => {
    if (text.length > COLOURED_UP_TO) return undefined
    const covered = isCovered && compact?.type === 'jws' ? [coveredRange(compact)] : []
    const marked = mark === undefined || compact === undefined ? [] : rangesOf(compact, mark)
    return buildSegments(text, compact, [...covered, ...marked])
  }, [text, compact, mark, isCovered])

  function clear(): void {
    onChange('')
    area.current?.focus()
  }

  const claims = token?.type === 'jws' || token?.type === 'statement' ? token.claims : undefined

  return (
    <Card title={TEXT.token} isFlush aside={text === '' ? TEXT.hint : <Aside text={text} onClear={clear} />}>
      <div className="flex min-h-0 flex-1 flex-col md:overflow-y-auto">
        {found.length > 1 && <Picker {...props} />}
        <RawToken
          area={area}
          label={TEXT.raw}
          text={text}
          segments={segments}
          placeholder={TEXT.placeholder}
          onChange={onChange}
          className={token === undefined ? 'flex-1' : 'max-h-[26vh] flex-none'}
        />
        {isInside && (
          <Notice
            tone="good"
            className="mx-3.5 mb-3"
            action={
              <Button size="small" onClick={onOutside}>
                {TEXT.encrypted.outside}
              </Button>
            }
          >
            {TEXT.encrypted.insideToken}
          </Notice>
        )}
        {compact !== undefined && (
          <div className="border-t border-line">
            <JsonMembers
              label={TEXT.header}
              value={compact.header}
              className="text-client"
              marked={mark?.part === 'header' ? mark.name : undefined}
              onMark={(name) => onMark(name === undefined ? undefined : { part: 'header', name })}
            />
          </div>
        )}
        {compact?.type === 'jws' && compact.unprotected !== undefined && (
          <p className="px-3.5 pb-2 text-small text-warn">{TEXT.unprotected}</p>
        )}
        {claims !== undefined && (
          <JsonMembers
            label={TEXT.payload}
            value={claims}
            className="text-issuer"
            marked={mark?.part === 'payload' ? mark.name : undefined}
            onMark={(name) => onMark(name === undefined ? undefined : { part: 'payload', name })}
          />
        )}
        {token?.type === 'jws' && claims === undefined && (
          <div className="px-3.5 pb-3">
            <CodeBlock label={TEXT.payloadText} code={token.payload ?? token.parts.payload} />
          </div>
        )}
        {token?.type === 'jwe' && <DecryptForm key={token.text} token={token} onOpen={onOpen} />}
      </div>
      {token?.type === 'jws' && (
        <Signature key={token.text} token={token} kind={kind} isCovered={isCovered} onCover={setCovered} />
      )}
      {claims !== undefined && (
        <div className="flex-none border-t border-line px-3.5 pt-2.5 empty:hidden">
          <TimeLine claims={claims} />
        </div>
      )}
    </Card>
  )
}

function Aside({ text, onClear }: { readonly text: string; readonly onClear: () => void }) {
  return (
    <span className="flex items-center gap-2">
      {TEXT.length(text.length)}
      <Button variant="ghost" size="small" className="-my-1" onClick={onClear}>
        {TEXT.clear}
      </Button>
    </span>
  )
}

/** As many as stand beside each other well. */
const MOST_BESIDE = 5

function Picker({ found, index, onPick }: TokenCardProps) {
  const options = found.map(({ name }, at) => ({ value: String(at), label: name ?? TEXT.unnamed(at) }))
  return (
    <div className="flex-none border-b border-line px-3.5 py-2">
      {options.length > MOST_BESIDE ? (
        <Select
          label={TEXT.pick}
          isLabelHidden
          value={String(index)}
          options={options}
          onChange={(value) => onPick(Number(value))}
        />
      ) : (
        <Segmented
          label={TEXT.pick}
          isLabelHidden
          value={String(index)}
          options={options}
          onChange={(value) => onPick(Number(value))}
        />
      )}
    </div>
  )
}
