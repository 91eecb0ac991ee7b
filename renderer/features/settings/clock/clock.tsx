import { RotateCcw } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'

import { CLOCK_LIMIT } from '#shared/model/settings.ts'

import { Button } from '../../../components/button.tsx'
import { DefinitionList } from '../../../components/definition-list.tsx'
import { NumberField } from '../../../components/number-field.tsx'
import { Select } from '../../../components/select.tsx'
import { useSettings } from '../../../stores/use-stores.tsx'
import { formatOffset } from '../../common/format-offset.ts'
import { formatMoment } from '../../common/format-time.ts'
import { Gate } from '../../common/gate.tsx'
import { Section } from '../section.tsx'
import { TEXT } from './text.ts'
import { useMoveClock } from './use-move-clock.ts'

export function Clock() {
  const settings = useSettings((state) => state)
  const offset = settings.value?.value.clock.offset
  return (
    <Section title={TEXT.title} isFlush>
      <Gate state={settings} hasValue={offset !== undefined} loading={TEXT.loading} failed={TEXT.failed}>
        {offset !== undefined && <Moved offset={offset} />}
      </Gate>
    </Section>
  )
}

function Moved({ offset }: { readonly offset: number }) {
  const move = useMoveClock()
  const [problem, setProblem] = useState<string>()
  const now = useNow()

  async function jump(to: number): Promise<void> {
    const isFar = !Number.isSafeInteger(to) || Math.abs(to) > CLOCK_LIMIT
    setProblem(isFar ? TEXT.limit : await move(to))
  }

  return (
    <>
      <DefinitionList
        items={[
          {
            term: TEXT.issuers,
            mono: false,
            value: (
              <time dateTime={new Date(now + offset * 1000).toISOString()}>{formatMoment(now + offset * 1000)}</time>
            ),
            hint: offset === 0 ? TEXT.isTrue : formatOffset(offset),
          },
          { term: TEXT.truth, mono: false, value: formatMoment(now), hint: TEXT.truthHint },
        ]}
      />
      <div className="flex flex-col gap-4 border-t border-line px-3.5 py-3">
        <p className="text-ink-2">{TEXT.text}</p>
        <fieldset className="flex flex-wrap gap-1.5">
          <legend className="sr-only">{TEXT.jump}</legend>
          {TEXT.jumps.map(({ label, seconds }) => (
            <Button key={seconds} size="small" onClick={() => void jump(offset + seconds)}>
              {label}
            </Button>
          ))}
          <Button size="small" icon={<RotateCcw aria-hidden />} disabled={offset === 0} onClick={() => void jump(0)}>
            {TEXT.back}
          </Button>
        </fieldset>
        <Custom
          problem={problem}
          onJump={(seconds) => void jump(offset + seconds)}
          onEmpty={() => setProblem(TEXT.number)}
        />
      </div>
    </>
  )
}

interface CustomProps {
  readonly problem: string | undefined
  readonly onJump: (seconds: number) => void
  readonly onEmpty: () => void
}

type Unit = keyof typeof TEXT.units

function Custom({ problem, onJump, onEmpty }: CustomProps) {
  const [amount, setAmount] = useState<number>()
  const [unit, setUnit] = useState<Unit>('3600')

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (amount === undefined || !Number.isInteger(amount)) onEmpty()
    else onJump(amount * Number(unit))
  }

  return (
    <form className="flex flex-wrap items-start gap-2" noValidate onSubmit={submit}>
      <NumberField label={TEXT.by} hint={TEXT.byHint} error={problem} value={amount} onChange={setAmount} />
      {/* Beside the field itself, whatever stands below it. */}
      <div className="mt-5.5 flex gap-2">
        <Select
          label={TEXT.unit}
          isLabelHidden
          value={unit}
          options={UNITS.map((value) => ({ value, label: TEXT.units[value] }))}
          onChange={setUnit}
        />
        <Button type="submit">{TEXT.go}</Button>
      </div>
    </form>
  )
}

const UNITS: readonly Unit[] = ['1', '60', '3600', '86400']

function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}
