import { Drama } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../../components/button.tsx'
import type { ScenarioView } from '../../stores/stores.ts'
import { useBridge, useStores } from '../../stores/use-stores.tsx'
import { loadScenario } from '../common/changes/scenario/load-scenario.ts'
import { ScenarioChanges, ScenarioMode } from '../common/changes/scenario/scenario-changes.tsx'
import { TEXT } from './text.ts'

/** The difference to what is there now, and the button that makes it so. */
export function LoadTab({ scenario }: { readonly scenario: ScenarioView }) {
  const bridge = useBridge()
  const stores = useStores()
  // One's own is everything as it was; a ready-made one is a part beside others.
  const [alone, setAlone] = useState(scenario.own)
  const [isBusy, setBusy] = useState(false)

  async function load(): Promise<void> {
    setBusy(true)
    await loadScenario({ bridge, stores }, scenario, alone)
    setBusy(false)
  }

  return (
    <>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2 border-b border-line px-3.5 py-3">
        <ScenarioMode alone={alone} onChange={setAlone} />
        <Button variant="primary" icon={<Drama aria-hidden />} isBusy={isBusy} onClick={() => void load()}>
          {scenario.own || alone ? TEXT.load.action : TEXT.load.restore}
        </Button>
        <p className="basis-full text-small text-ink-3">{TEXT.load.hint}</p>
      </div>
      <section aria-label={TEXT.load.changes}>
        <ScenarioChanges scenario={scenario} alone={alone} />
      </section>
    </>
  )
}
