import { ArrowLeftRight, Columns2 } from 'lucide-react'
import { useDeferredValue, useMemo, useRef, useState } from 'react'

import { type Comparison, compareTokens, countChanges } from '#shared/tokens/compare-tokens.ts'
import { recognise } from '#shared/tokens/recognise.ts'
import type { Paste } from '#shared/tokens/recognise/paste.ts'

import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Checkbox } from '../../../components/checkbox.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { useOverflows } from '../../../components/use-overflows.ts'
import { useTokenDesk } from '../../../stores/use-stores.tsx'
import { buildSegments } from '../../common/tokens/build-segments.ts'
import { COLOURED_UP_TO, RawToken } from '../../common/tokens/raw-token.tsx'
import { TokensPage } from '../page.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { TEXT } from './text.ts'

/** Two tokens, or two answers with tokens in them, side by side. */
export function View() {
  const { text, other, put, putOther } = useTokenDesk((desk) => desk)
  const [one, two] = [usePaste(text), usePaste(other)]
  const comparisons = useMemo(() => compareTokens(one, two), [one, two])

  function swap(): void {
    put(other)
    putOther(text)
  }

  return (
    <TokensPage view="compare">
      <div className="grid min-w-0 flex-none gap-3 md:grid-cols-2">
        <Side title={TEXT.one} text={text} paste={one} onChange={put} />
        <Side title={TEXT.other} text={other} paste={two} onChange={putOther} />
      </div>
      <Differences comparisons={comparisons} onSwap={swap} />
    </TokensPage>
  )
}

function usePaste(text: string): Paste {
  const settled = useDeferredValue(text)
  return useMemo(() => recognise(settled), [settled])
}

interface SideProps {
  readonly title: string
  readonly text: string
  readonly paste: Paste
  readonly onChange: (text: string) => void
}

function Side({ title, text, paste, onChange }: SideProps) {
  const segments = useMemo(() => {
    if (text.length > COLOURED_UP_TO) return undefined
    const token =
      'found' in paste
        ? paste.found.find((found) => found.token.type === 'jws' || found.token.type === 'jwe')
        : undefined
    const compact = token?.token.type === 'jws' || token?.token.type === 'jwe' ? token.token : undefined
    return buildSegments(text, compact, [])
  }, [text, paste])
  return (
    <Card
      title={title}
      isFlush
      aside={
        text === '' ? (
          TEXT.hint
        ) : (
          <Button variant="ghost" size="small" className="-my-1" onClick={() => onChange('')}>
            {TEXT.clear}
          </Button>
        )
      }
    >
      <RawToken
        label={title}
        text={text}
        segments={segments}
        placeholder={TEXT.placeholder}
        onChange={onChange}
        className="h-36"
      />
      {paste.form === 'unknown' && <p className="border-t border-line px-3.5 py-2 text-small text-warn">{paste.why}</p>}
    </Card>
  )
}

interface DifferencesProps {
  readonly comparisons: readonly Comparison[]
  readonly onSwap: () => void
}

function Differences({ comparisons, onSwap }: DifferencesProps) {
  const [isOnlyChanges, setOnlyChanges] = useState(false)
  const { added, removed, changed, time } = countChanges(comparisons)
  const different = added + removed + changed
  if (comparisons.length === 0) {
    return (
      <Card className="md:flex-1">
        <EmptyState icon={<Columns2 />} title={TEXT.nothing.title} text={TEXT.nothing.text} />
      </Card>
    )
  }
  return (
    <Card
      title={TEXT.differences}
      isFlush
      className="md:flex-1"
      aside={<output>{different + time === 0 ? TEXT.equal : TEXT.counted(different + time, time)}</output>}
    >
      <div className="flex flex-none flex-wrap items-center justify-between gap-2 border-b border-line px-3.5 py-1.5">
        <Checkbox label={TEXT.onlyChanges} checked={isOnlyChanges} onChange={setOnlyChanges} />
        <Button variant="ghost" size="small" icon={<ArrowLeftRight aria-hidden />} onClick={onSwap}>
          {TEXT.swap}
        </Button>
      </div>
      <List comparisons={comparisons} isOnlyChanges={isOnlyChanges} />
    </Card>
  )
}

function List({
  comparisons,
  isOnlyChanges,
}: Pick<DifferencesProps, 'comparisons'> & { readonly isOnlyChanges: boolean }) {
  const list = useRef<HTMLDivElement>(null)
  const overflows = useOverflows(list)
  return (
    <div
      ref={list}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={overflows ? 0 : undefined}
      className="min-h-0 flex-1 overflow-auto focus-visible:-outline-offset-2"
    >
      {comparisons.map((comparison) => (
        <ComparisonTable
          key={`${comparison.name ?? ''} ${comparison.part}`}
          comparison={comparison}
          isOnlyChanges={isOnlyChanges}
        />
      ))}
    </div>
  )
}
