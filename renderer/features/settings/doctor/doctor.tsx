import { CircleCheck, CircleX, Stethoscope, TriangleAlert } from 'lucide-react'
import { type FormEvent, useState } from 'react'

import type { Examination } from '#shared/contract/calls/issuers.ts'

import { Button } from '../../../components/button.tsx'
import { DefinitionList } from '../../../components/definition-list.tsx'
import { Notice } from '../../../components/notice.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { parseError } from '../../../stores/error-shape.ts'
import { type FromHere, useIssuerReader } from '../../../stores/use-issuer-reader.ts'
import { useBridge } from '../../../stores/use-stores.tsx'
import { NO_PROBLEMS, type Problems, readProblems } from '../../common/edit/problems.ts'
import { useProgram } from '../../common/use-program.ts'
import { Section } from '../section.tsx'
import { TEXT } from './text.ts'

export function Doctor() {
  const issuer = useProgram()?.issuer
  return issuer === undefined ? null : <Form issuer={issuer} />
}

function Form({ issuer }: { readonly issuer: string }) {
  const bridge = useBridge()
  const readFromHere = useIssuerReader()
  const [address, setAddress] = useState(issuer)
  const [origin, setOrigin] = useState('')
  const [problems, setProblems] = useState<Problems>(NO_PROBLEMS)
  const [isBusy, setBusy] = useState(false)
  const [result, setResult] = useState<{ readonly said: Examination; readonly fromHere: FromHere }>()

  async function examine(event: FormEvent): Promise<void> {
    event.preventDefault()
    setBusy(true)
    setProblems(NO_PROBLEMS)
    setResult(undefined)
    try {
      const at = { address: address.trim(), ...(origin.trim() !== '' && { origin: origin.trim() }) }
      const said = await bridge.call('issuers.examine', { at })
      setResult({ said, fromHere: await readFromHere(said.discovery) })
    } catch (error) {
      setProblems(readProblems(parseError(error)))
    } finally {
      setBusy(false)
    }
  }

  const other = problems.besides(['address', 'origin'])
  return (
    <Section title={TEXT.title} isFlush>
      <form className="flex flex-col gap-3 px-3.5 py-3" onSubmit={(event) => void examine(event)}>
        <p className="text-ink-2">{TEXT.text}</p>
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={TEXT.address}
            hint={TEXT.addressHint}
            error={problems.at('address')}
            mono
            value={address}
            onChange={({ currentTarget }) => setAddress(currentTarget.value)}
          />
          <TextField
            label={TEXT.origin}
            hint={TEXT.originHint}
            error={problems.at('origin')}
            mono
            value={origin}
            onChange={({ currentTarget }) => setOrigin(currentTarget.value)}
          />
        </div>
        {other.length > 0 && (
          <div role="alert">
            <Notice tone="bad" title={TEXT.failed}>
              {other.join('\n')}
            </Notice>
          </div>
        )}
        <div>
          <Button type="submit" icon={<Stethoscope aria-hidden />} isBusy={isBusy}>
            {TEXT.go}
          </Button>
        </div>
      </form>
      <div aria-live="polite">{result !== undefined && <Result {...result} />}</div>
    </Section>
  )
}

function Result({ said, fromHere }: { readonly said: Examination; readonly fromHere: FromHere }) {
  const { discovery, issuer, origin, isReadByPages, findings } = said
  return (
    <section aria-label={TEXT.result} className="border-t border-line">
      <DefinitionList
        items={[
          {
            term: TEXT.asApplication,
            mono: false,
            value: issuer === null ? TEXT.nothing : TEXT.calls(issuer),
            hint: <code className="wrap-anywhere">{discovery}</code>,
          },
          {
            term: TEXT.asPage,
            mono: false,
            value: issuer === null ? TEXT.nothing : (isReadByPages ? TEXT.allowed : TEXT.refused)(origin),
          },
          { term: TEXT.asBrowser, mono: false, value: TEXT.browser[fromHere] },
        ]}
      />
      <ul className="flex flex-col gap-2 border-t border-line px-3.5 py-3">
        {findings.map((finding) => (
          <Finding key={finding.id} {...finding} />
        ))}
      </ul>
    </section>
  )
}

const ICONS = {
  good: <CircleCheck className="mt-0.5 size-4 flex-none text-good" aria-hidden />,
  warn: <TriangleAlert className="mt-0.5 size-4 flex-none text-warn" aria-hidden />,
  bad: <CircleX className="mt-0.5 size-4 flex-none text-bad" aria-hidden />,
}

function Finding({ severity, summary, explanation, remedy }: Examination['findings'][number]) {
  return (
    <li className="flex gap-2">
      {ICONS[severity]}
      <div className="min-w-0 wrap-anywhere">
        <p className="font-semibold">{summary}</p>
        <p className="text-ink-2">{explanation}</p>
        {remedy !== undefined && (
          <p className="mt-0.5">
            <b>{TEXT.remedy}</b> {remedy}
          </p>
        )}
      </div>
    </li>
  )
}
