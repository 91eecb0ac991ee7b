/** What the user of a run answers on each page of the issuer: yes. */
import type { User } from '#shared/model/user.ts'

import type { Field, Form } from './forms.ts'

export interface Person {
  readonly user: User
  /** The one-time password of this moment, for who has a second factor. */
  readonly oneTimePassword: string | undefined
  /** As the device shows it. */
  readonly userCode: string | undefined
  /** Of the request that waits for approval. */
  readonly request: string | undefined
}

export interface Filled {
  readonly form: Form
  readonly values: readonly (readonly [name: string, value: string])[]
}

type Fill = (forms: readonly Form[], person: Person) => Filled | undefined

/** Undefined when the page asks for nothing. */
export function answerPage(forms: readonly Form[], person: Person): Filled | undefined {
  for (const fill of FILLS) {
    const filled = fill(forms, person)
    if (filled) return filled
  }
  return undefined
}

const FILLS: readonly Fill[] = [
  pickUser,
  typePassword,
  skipFactor,
  typeFactor,
  typeUserCode,
  press('confirm', 'yes'),
  press('logout', 'yes'),
  approve,
  consent,
]

function pickUser(forms: readonly Form[], { user }: Person): Filled | undefined {
  const form = forms.find(({ buttons }) =>
    buttons.some(({ name, value }) => name === 'account' && value === user.username),
  )
  return form && fill(form, ['account', user.username])
}

function typePassword(forms: readonly Form[], { user }: Person): Filled | undefined {
  const form = withField(forms, 'password')
  return form && fill(form, ['username', user.username], ['password', user.password])
}

/** Where nobody demands it, a person goes on without; so a step-up afterwards has something to ask for. */
function skipFactor(forms: readonly Form[]): Filled | undefined {
  const form = withButton(forms, 'action', 'skip')
  return form && fill(form, ['action', 'skip'])
}

function typeFactor(forms: readonly Form[], { oneTimePassword }: Person): Filled | undefined {
  const form = withField(forms, 'code')
  return form && fill(form, ['code', oneTimePassword ?? ''], ['action', 'verify'])
}

/** The page that asks whether it is the same code has it hidden. */
function typeUserCode(forms: readonly Form[], { userCode }: Person): Filled | undefined {
  const form = forms.find(({ fields }) => fields.some(({ name, type }) => name === 'user_code' && type !== 'hidden'))
  const typed = userCode ?? form?.fields.find(({ name }) => name === 'user_code')?.value ?? ''
  return form && fill(form, ['user_code', typed])
}

function press(name: string, value: string): Fill {
  return (forms) => {
    const form = withButton(forms, name, value)
    return form && fill(form, [name, value])
  }
}

function approve(forms: readonly Form[], { request }: Person): Filled | undefined {
  const waiting = forms.filter(({ buttons }) => buttons.some(({ value }) => value === 'approve'))
  const form = waiting.find(({ fields }) => fields.some(({ name, value }) => name === 'request' && value === request))
  return form && fill(form, ['action', 'approve'])
}

function consent(forms: readonly Form[]): Filled | undefined {
  const form = withButton(forms, 'action', 'allow')
  if (!form) return undefined
  const boxes = form.fields.filter(({ type }) => type === 'checkbox').map(asValue)
  return fill(form, ...boxes, ['action', 'allow'])
}

function withButton(forms: readonly Form[], name: string, value: string): Form | undefined {
  return forms.find(({ buttons }) => buttons.some((button) => button.name === name && button.value === value))
}

function withField(forms: readonly Form[], name: string): Form | undefined {
  return forms.find(({ fields }) => fields.some((field) => field.name === name))
}

/** What is hidden goes along as it is. */
function fill(form: Form, ...typed: readonly (readonly [string, string])[]): Filled {
  const names = new Set(typed.map(([name]) => name))
  const hidden = form.fields.filter(({ name, type }) => type === 'hidden' && !names.has(name))
  return { form, values: [...hidden.map(asValue), ...typed] }
}

function asValue({ name, value }: Field): readonly [string, string] {
  return [name, value]
}
