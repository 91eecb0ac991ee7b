import type { PreferencesView } from '#shared/contract/calls/shell.ts'

import { Switch } from '../../components/switch.tsx'
import { useResource, useStores } from '../../stores/use-stores.tsx'
import { Gate } from '../common/gate.tsx'
import { Section } from './section.tsx'
import { TEXT } from './text.ts'
import { useChangePreferences } from './use-change-preferences.ts'

const words = TEXT.desktop

export function Desktop() {
  const preferences = useResource(useStores().preferences, (state) => state)
  return (
    <Section title={TEXT.sections.desktop}>
      <Gate
        state={preferences}
        hasValue={preferences.value !== undefined}
        loading={TEXT.issuer.loading}
        failed={TEXT.issuer.failed}
        rows={2}
      >
        {preferences.value && <Switches view={preferences.value} />}
      </Gate>
    </Section>
  )
}

function Switches({ view }: { readonly view: PreferencesView }) {
  const change = useChangePreferences()
  const { keepRunning, startAtLogin } = view.preferences
  return (
    <>
      <Switch
        label={words.keepRunning}
        hint={words.keepRunningHint}
        checked={keepRunning}
        onChange={(next) => void change({ keepRunning: next })}
      />
      <Switch
        label={words.startAtLogin}
        hint={view.canStartAtLogin ? words.startAtLoginHint : words.cannotStartAtLogin}
        disabled={!view.canStartAtLogin}
        checked={startAtLogin}
        onChange={(next) => void change({ startAtLogin: next })}
      />
    </>
  )
}
