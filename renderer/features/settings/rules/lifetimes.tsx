import { LIFETIME_DEFAULTS, type Lifetimes as Values } from '#shared/model/settings.ts'

import { Button } from '../../../components/button.tsx'
import { NumberField } from '../../../components/number-field.tsx'
import { Explained } from '../../common/explained.tsx'
import { formatSpan } from '../../common/format-time.ts'
import { TEXT } from './text.ts'
import { WithSettings } from './with-settings.tsx'

type Name = keyof Values

const words = TEXT.lifetimes
const NAMES = Object.keys(LIFETIME_DEFAULTS) as readonly Name[]

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const PRESETS: Readonly<Record<Name, readonly number[]>> = {
  accessToken: [30, 5 * MINUTE, HOUR, DAY],
  idToken: [30, 5 * MINUTE, HOUR, DAY],
  refreshToken: [MINUTE, DAY, 14 * DAY, 365 * DAY],
  authorizationCode: [5, MINUTE, 10 * MINUTE],
  deviceCode: [30, 10 * MINUTE, 30 * MINUTE],
  session: [MINUTE, HOUR, DAY, 14 * DAY],
}

export function Lifetimes() {
  return (
    <WithSettings title={words.title} fields={NAMES.map((name) => `lifetimes.${name}`)}>
      {({ value: { lifetimes }, problems, set }) => (
        <div className="flex flex-col gap-5 p-3.5">
          <p className="text-ink-2">{words.text}</p>
          {NAMES.map((name) => (
            <Lifetime
              key={name}
              name={name}
              value={lifetimes[name]}
              error={problems.at(`lifetimes.${name}`)}
              onChange={(seconds) => set({ lifetimes: { ...lifetimes, [name]: seconds } })}
            />
          ))}
        </div>
      )}
    </WithSettings>
  )
}

interface LifetimeProps {
  readonly name: Name
  /** Nothing while its field is empty. */
  readonly value: number | undefined
  readonly error: string | undefined
  readonly onChange: (seconds: number | undefined) => void
}

function Lifetime({ name, value, error, onChange }: LifetimeProps) {
  const { label, text, term } = words.of[name]
  const inWords = value !== undefined && Number.isInteger(value) && value > 0 ? ` = ${formatSpan(value)}` : ''
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-1.5">
      <NumberField
        label={label}
        hint={<Explained text={text} name={term} />}
        error={error}
        unit={`${words.seconds}${inWords}`}
        min={1}
        value={value}
        onChange={onChange}
        className="min-w-60 flex-1"
      />
      <fieldset className="flex flex-wrap gap-1 sm:mt-6">
        <legend className="sr-only">{words.presets(label)}</legend>
        {PRESETS[name].map((seconds) => (
          <Button key={seconds} size="small" aria-pressed={seconds === value} onClick={() => onChange(seconds)}>
            {formatSpan(seconds)}
          </Button>
        ))}
      </fieldset>
    </div>
  )
}
