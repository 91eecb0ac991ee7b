import { FolderOpen, Trash2 } from 'lucide-react'
import { useEffect } from 'react'

import { Button } from '../../components/button.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { DefinitionList } from '../../components/definition-list.tsx'
import { clearTraffic } from '../../frame/commands/clear-traffic.ts'
import { useFrame } from '../../frame/commands/use-frame.tsx'
import { parseError } from '../../stores/error-shape.ts'
import { useCall } from '../../stores/use-call.ts'
import { useBridge, useExchanges, useSettings, useShell, useStores } from '../../stores/use-stores.tsx'
import { Gate } from '../common/gate.tsx'
import { useProgram } from '../common/use-program.ts'
import { RetentionForm } from './retention-form.tsx'
import { Section } from './section.tsx'
import { TEXT } from './text.ts'

const words = TEXT.data

export function Data() {
  return (
    <>
      <Place />
      <Recorded />
      <HowMuch />
    </>
  )
}

function Place() {
  const program = useProgram()
  const isDesktop = useShell(({ value }) => value?.kind === 'desktop')
  if (program === undefined) return null
  const { dataDirectory } = program
  return (
    <Section title={words.place}>
      {dataDirectory === undefined ? (
        <p className="text-ink-2">{words.memory}</p>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <code className="text-small wrap-anywhere">{dataDirectory}</code>
          <CopyButton text={dataDirectory} label="Copy the place of the data" />
          {isDesktop && <ShowFolder />}
        </div>
      )}
    </Section>
  )
}

function ShowFolder() {
  const bridge = useBridge()
  const { toasts } = useStores()

  async function show(): Promise<void> {
    try {
      await bridge.call('shell.showDataDirectory', {})
    } catch (error) {
      toasts.getState().show({ text: words.showFailed(parseError(error).message), tone: 'bad' })
    }
  }

  return (
    <Button size="small" icon={<FolderOpen aria-hidden />} onClick={() => void show()}>
      {words.show}
    </Button>
  )
}

function Recorded() {
  const frame = useFrame()
  const stored = useExchanges((state) => state.stored)
  const isRecording = useProgram()?.recording !== false
  const { value, load } = useCall('exchanges.stats', {}, ['exchanges'])
  useEffect(() => void load(), [stored, load])
  return (
    <Section title={words.recorded} isFlush>
      <DefinitionList
        items={[
          { term: words.stored, value: words.exchanges(stored) },
          ...(value !== undefined && value.expired > 0
            ? [{ term: words.expired, value: words.exchanges(value.expired) }]
            : []),
          ...(value !== undefined && value.dropped > 0
            ? [{ term: words.dropped, value: words.exchanges(value.dropped), hint: words.droppedHint }]
            : []),
        ]}
      />
      <div className="flex flex-wrap items-center gap-3 border-t border-line px-3.5 py-3">
        {!isRecording && <p className="text-ink-2">{words.notRecording}</p>}
        <Button
          variant="danger"
          icon={<Trash2 aria-hidden />}
          disabled={stored === 0}
          onClick={() => void clearTraffic(frame)}
        >
          {words.clear}
        </Button>
      </div>
    </Section>
  )
}

function HowMuch() {
  const settings = useSettings((state) => state)
  const retention = settings.value?.value.retention
  return (
    <Section title={words.retention}>
      <Gate
        state={settings}
        hasValue={retention !== undefined}
        loading={words.loading}
        failed={words.loadFailed}
        rows={2}
      >
        {retention && <RetentionForm stored={retention} />}
      </Gate>
    </Section>
  )
}
