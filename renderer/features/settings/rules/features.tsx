import { type Feature, type Features as Values, FEATURES } from '#shared/model/features.ts'

import { Notice } from '../../../components/notice.tsx'
import { Switch } from '../../../components/switch.tsx'
import { applicationAddress } from '../../../frame/addresses.ts'
import { useCall } from '../../../stores/use-call.ts'
import { useClients } from '../../../stores/use-stores.tsx'
import { clientName } from '../../common/client-name.ts'
import { DifferenceTable } from '../../common/difference-table.tsx'
import { Explained } from '../../common/explained.tsx'
import { Gate } from '../../common/gate.tsx'
import { TextLink } from '../../common/text-link.tsx'
import { FEATURE_GROUPS, FEATURE_TERMS } from './feature-groups.ts'
import { TEXT } from './text.ts'
import { changesOf, type Rules, rulesOf } from './use-settings-edit.ts'
import { WithSettings } from './with-settings.tsx'

const words = TEXT.features

export function Features() {
  return (
    <WithSettings
      title={words.title}
      fields={FEATURES.map((feature) => `features.${feature}`)}
      effect={({ value }, { value: stored }) => <Effect base={rulesOf(stored)} next={value} />}
    >
      {({ value, set }) => (
        <>
          <p className="px-3.5 pt-3 text-ink-2">{words.text}</p>
          {FEATURE_GROUPS.map(({ id, features }) => (
            <Group
              key={id}
              title={words.groups[id]}
              features={features}
              value={value.features}
              onChange={(changes) => set({ features: { ...value.features, ...changes } })}
            />
          ))}
        </>
      )}
    </WithSettings>
  )
}

interface GroupProps {
  readonly title: string
  readonly features: readonly Feature[]
  readonly value: Values
  readonly onChange: (changes: Partial<Values>) => void
}

function Group({ title, features, value, onChange }: GroupProps) {
  return (
    <fieldset className="border-b border-line px-3.5 py-3 last:border-b-0">
      <legend className="float-left mb-2 w-full font-semibold">{title}</legend>
      <div className="clear-both grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {features.map((feature) => (
          <Switch
            key={feature}
            className="self-start"
            label={words.of[feature].label}
            hint={<Explained text={words.of[feature].text} name={FEATURE_TERMS[feature]} />}
            checked={value[feature]}
            onChange={(on) => onChange({ [feature]: on })}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Asked of the issuer itself, which builds what it would be and answers what it would say. */
function Effect({ base, next }: { readonly base: Rules; readonly next: Rules }) {
  const preview = useCall('settings.preview', { changes: changesOf(base, next) }, ['settings', 'clients'])
  const { value } = preview
  return (
    <section aria-label={words.effect} className="flex flex-col gap-2 bg-sunken px-3.5 py-2.5">
      <h3 className="font-semibold">{words.effect}</h3>
      <Gate state={preview} hasValue={value !== undefined} loading={words.loading} failed={words.failed} rows={2}>
        {value !== undefined && (
          <>
            <DifferenceTable label={words.effect} before={value.before} after={value.after} />
            {value.clients.length > 0 && (
              <Notice tone="warn" title={words.losers(value.clients.length)}>
                <ul className="flex flex-col gap-0.5">
                  {value.clients.slice(0, MOST_NAMED).map(({ client_id, members }) => (
                    <Loser key={client_id} client_id={client_id} members={members} />
                  ))}
                </ul>
                {value.clients.length > MOST_NAMED && <p>{words.andMore(value.clients.length - MOST_NAMED)}</p>}
              </Notice>
            )}
          </>
        )}
      </Gate>
    </section>
  )
}

const MOST_NAMED = 10

function Loser({ client_id, members }: { readonly client_id: string; readonly members: readonly string[] }) {
  const client = useClients(({ items }) => items.find((item) => item.client_id === client_id))
  return (
    <li>
      <TextLink href={applicationAddress(client_id)}>{client ? clientName(client) : client_id}</TextLink>:{' '}
      <code className="text-small wrap-anywhere">{members.join(', ')}</code>
    </li>
  )
}
