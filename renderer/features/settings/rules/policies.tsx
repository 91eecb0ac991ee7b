import {
  CONSENT_POLICIES,
  PKCE_POLICIES,
  type Policies as Values,
  POLICY_DEFAULTS,
  ROTATION_POLICIES,
  SECOND_FACTOR_POLICIES,
} from '#shared/model/policies.ts'

import { Select } from '../../../components/select.tsx'
import { Switch } from '../../../components/switch.tsx'
import { Explained } from '../../common/explained.tsx'
import { TEXT } from './text.ts'
import { WithSettings } from './with-settings.tsx'

const words = TEXT.policies
const NAMES = Object.keys(POLICY_DEFAULTS)

export function Policies() {
  return (
    <WithSettings title={words.title} fields={NAMES.map((name) => `policies.${name}`)}>
      {({ value: { policies }, problems, set }) => {
        const change = (changes: Partial<Values>) => set({ policies: { ...policies, ...changes } })
        return (
          <div className="flex flex-col gap-5 p-3.5">
            <Select
              label={words.pkce.label}
              hint={<Explained text={words.pkce.text} name="code_challenge" />}
              error={problems.at('policies.pkce')}
              value={policies.pkce}
              options={PKCE_POLICIES.map((value) => ({ value, label: words.pkce.options[value] }))}
              onChange={(pkce) => change({ pkce })}
            />
            <Select
              label={words.consent.label}
              hint={<Explained text={words.consent.text} name="prompt" />}
              error={problems.at('policies.consent')}
              value={policies.consent}
              options={CONSENT_POLICIES.map((value) => ({ value, label: words.consent.options[value] }))}
              onChange={(consent) => change({ consent })}
            />
            <Select
              label={words.refreshRotation.label}
              hint={<Explained text={words.refreshRotation.text} name="refresh_token" />}
              error={problems.at('policies.refreshRotation')}
              value={policies.refreshRotation}
              options={ROTATION_POLICIES.map((value) => ({ value, label: words.refreshRotation.options[value] }))}
              onChange={(refreshRotation) => change({ refreshRotation })}
            />
            <Select
              label={words.secondFactor.label}
              hint={<Explained text={words.secondFactor.text} name="acr_values" />}
              error={problems.at('policies.secondFactor')}
              value={policies.secondFactor}
              options={SECOND_FACTOR_POLICIES.map((value) => ({ value, label: words.secondFactor.options[value] }))}
              onChange={(secondFactor) => change({ secondFactor })}
            />
            <Switch
              label={words.permissive.label}
              hint={words.permissive.text}
              checked={policies.permissive}
              onChange={(permissive) => change({ permissive })}
            />
          </div>
        )
      }}
    </WithSettings>
  )
}
