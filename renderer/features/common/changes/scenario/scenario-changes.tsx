import type { ScenarioView } from '../../../../stores/stores.ts'
import { useCall } from '../../../../stores/use-call.ts'
import { Segmented } from '../../../../components/segmented.tsx'
import { PlanView } from '../plan-view.tsx'
import { Gate } from '../../gate.tsx'
import { TEXT } from './text.ts'

interface ScenarioChangesProps {
  readonly scenario: Pick<ScenarioView, 'id'>
  /** Nothing else is to be there. */
  readonly alone: boolean
}

/** What loading it would change, as things are now. */
export function ScenarioChanges({ scenario: { id }, alone }: ScenarioChangesProps) {
  const kinds = ['clients', 'apis', 'users', 'settings', 'scenarios'] as const
  const state = useCall('scenarios.compare', { id, alone }, kinds)
  return (
    <Gate state={state} hasValue={state.value !== undefined} loading={TEXT.comparing} failed={TEXT.failed} rows={3}>
      {state.value && <PlanView plan={state.value.plan} />}
    </Gate>
  )
}

interface ModeProps {
  readonly alone: boolean
  readonly onChange: (alone: boolean) => void
}

export function ScenarioMode({ alone, onChange }: ModeProps) {
  const words = TEXT.mode
  return (
    <Segmented
      label={words.label}
      value={alone ? 'alone' : 'keep'}
      options={[
        { value: 'keep', label: words.keep },
        { value: 'alone', label: words.alone },
      ]}
      onChange={(value) => onChange(value === 'alone')}
    />
  )
}
