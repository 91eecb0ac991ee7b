/** The words of an exported lesson. What belongs to a grant stands with the grant, in shared/flows. */
import type { Arrival, Check } from '../flows/flow.ts'
import type { RunState, StepRun } from '../model/flow-run.ts'

const STATES: Readonly<Record<StepRun['state'], string>> = {
  done: 'done',
  current: 'next',
  coming: 'not reached',
  skipped: 'left out',
  failed: 'failed',
}

const ENDS: Readonly<Record<RunState, string>> = {
  ready: 'Ended before its last step',
  busy: 'Ended before its last step',
  waiting: 'Ended while the user was asked',
  done: 'Walked to its end',
  stopped: 'Stopped at a refusal or a failed check',
  cancelled: 'Cancelled',
}

const OUTCOMES: Readonly<Record<Check['outcome'], string>> = { passed: 'Passed', failed: 'Failed', skipped: 'Left out' }

const ARRIVED: Readonly<Record<Arrival['via'], string>> = {
  query: 'It came in the address, so the application’s server reads it.',
  fragment: 'It came in the fragment of the address, which no server ever sees.',
  form_post: 'It came in the body of a form that posted itself.',
}

export const TEXT = {
  product: 'Valet Key',
  recorded: (when: string) => `A recording of real messages, made with Valet Key on ${when}`,
  masked: 'Secrets are masked',
  maskedMark: 'masked',
  maskedText:
    'Passwords, codes, tokens, cookies and keys were taken out when this was exported; “…” stands in their place. What a token says is kept, without its signature.',
  open: 'Secrets are in here',
  openText:
    'Passwords, codes, tokens and cookies stand here as they were sent. Whoever has this file can use those that are still good.',

  states: STATES,
  ends: ENDS,
  outcomes: OUTCOMES,
  arrived: ARRIVED,

  who: 'Who took part',
  user: 'User',
  application: 'Application',
  secondApplication: 'Second application',
  api: 'API',
  noApi: 'none',
  scope: 'Scopes asked for',
  noScope: 'none',
  variant: 'Kind',
  layers: 'On top of it',
  noLayers: 'nothing',
  end: 'How it ended',
  about: 'About this grant',
  written: 'Where it is written',

  steps: 'Steps',
  diagram: 'What travels',
  locally: (name: string) => `${name}, locally`,
  to: 'to',
  what: 'What happens',
  wrong: 'What could go wrong',

  sent: 'What was sent',
  built: 'What would be sent',
  parameters: 'Parameters',
  changed: 'This request was changed by hand',
  changedOne: (name: string) => `${name} is another:`,
  removedOne: (name: string) => `${name} is left out.`,
  addedOne: (name: string) => `${name} is added.`,
  was: 'it was',
  rawRequest: 'The request as it went over the wire',
  came: 'What came back',
  status: 'Answer',
  empty: 'Without a body.',
  rawAnswer: 'The answer as it came over the wire',
  brought: 'What the browser brought',
  address: 'Address',

  refused: 'Refused',
  said: { issuer: 'The issuer said', api: 'The API said' },
  reason: 'Its own reason, which no client is told',
  meaning: 'What this means',
  sentValue: 'sent',
  registered: 'registered',
  fixes: 'How to put it right',
  failure: 'Nothing came back',
  again: (seconds: number) => `Not yet: ask again in ${seconds} s.`,
  skipped: 'The issuer did not ask: a session was there, or it was answered before.',

  checks: 'Checked by the application',
  passed: (passed: number, all: number) => `${passed} of ${all} passed`,
  expected: 'expected',
  found: 'found',

  learned: 'What is known now',
  secret: 'A real client would keep this to itself',
  secretMark: 'secret',

  tokens: 'The tokens, taken apart',
  header: 'Header',
  claims: 'Claims',
  opaque: 'Not a JWT: a name for something that the issuer keeps. There is nothing in it to read.',
  valid: 'Signature valid',
  invalid: 'Signature not valid',
  raw: 'The token',

  back: 'Back',
  next: 'Next step',
  all: 'Show all steps',
  one: 'One step at a time',
  progress: 'Steps that were looked at',
  walk: 'Walk through it',
  keys: 'The arrow keys go on and back.',
  position: 'Step {step} of {count}',
  outside: 'opens outside',
} as const
