/** Which walkthrough fits an application: a few questions, a table, and one answer with its reason. */
import { REASONS, type Reason, type ReasonId } from './which-flow/reasons.ts'
import { type Answers, fits, type Question, QUESTIONS } from './which-flow/questions.ts'

interface Row {
  readonly when: Answers
  readonly reason: ReasonId
  readonly flow: string
  /** Of the scenarios, the application that is most like the one that was described. */
  readonly client: string
  readonly api: string
  readonly scope: readonly string[]
  readonly layers: readonly string[]
}

const ORGANIZER = 'https://organizer.test/api'
const WORLD_MAPPERS = 'https://world-mappers.test/api'
const PHOTOBOX = 'https://photobox.test/api'
const AGENTS = 'https://agents.test/mcp'

const APPOINTMENTS = ['read:appointments', 'read:contacts']
const TASKS = ['read:tasks', 'create:tasks']
const LOGIN = ['profile', 'email']

/** The first row that fits is the answer; what is not needed of it is left out below. */
// oxfmt-ignore
const TABLE: readonly Row[] = [
  { when: { person: 'no' },                            reason: 'machine',  flow: 'client-credentials',      client: 'taxi-finder',      api: WORLD_MAPPERS, scope: ['geocode'],       layers: [] },
  { when: { building: 'agent' },                       reason: 'agent',    flow: 'mcp',                     client: 'helper',           api: AGENTS,        scope: ['mcp:read'],      layers: [] },
  { when: { building: 'service', origin: 'token' },    reason: 'exchange', flow: 'token-exchange',          client: 'delivery-planner', api: WORLD_MAPPERS, scope: ['route'],         layers: [] },
  { when: { building: 'service', origin: 'asks' },     reason: 'ciba',     flow: 'ciba',                    client: 'taxi-finder',      api: WORLD_MAPPERS, scope: ['route'],         layers: [] },
  { when: { building: 'service', origin: 'vouched' },  reason: 'vouched',  flow: 'jwt-bearer',              client: 'delivery-planner', api: WORLD_MAPPERS, scope: ['route'],         layers: [] },
  { when: { building: 'device' },                      reason: 'device',   flow: 'device',                  client: 'couch-tv',         api: PHOTOBOX,      scope: ['read:pictures'], layers: ['openid', 'refresh'] },
  { when: { building: 'cli', elsewhere: 'elsewhere' }, reason: 'remote',   flow: 'device',                  client: 'couch-tv',         api: PHOTOBOX,      scope: ['read:pictures'], layers: ['openid', 'refresh'] },
  { when: { building: 'cli' },                         reason: 'cli',      flow: 'authorization-code-pkce', client: 'text-app',         api: ORGANIZER,     scope: ['read:contacts'], layers: ['openid', 'refresh', 'iss'] },
  { when: { building: 'native' },                      reason: 'native',   flow: 'authorization-code-pkce', client: 'text-app',         api: ORGANIZER,     scope: ['read:contacts'], layers: ['openid', 'refresh', 'iss'] },
  { when: { building: 'spa', backend: 'yes' },         reason: 'cookies',  flow: 'session-cookie',          client: 'calendar-app',     api: ORGANIZER,     scope: APPOINTMENTS,      layers: ['openid', 'iss'] },
  { when: { building: 'spa' },                         reason: 'spa',      flow: 'authorization-code-pkce', client: 'my-todos',         api: ORGANIZER,     scope: TASKS,             layers: ['openid', 'refresh', 'iss'] },
  { when: { building: 'web', elsewhere: 'elsewhere' }, reason: 'ciba',     flow: 'ciba',                    client: 'taxi-finder',      api: WORLD_MAPPERS, scope: ['route'],         layers: [] },
  { when: { building: 'web' },                         reason: 'web',      flow: 'authorization-code',      client: 'calendar-app',     api: ORGANIZER,     scope: APPOINTMENTS,      layers: ['pkce', 'openid', 'refresh', 'iss'] },
]

export interface Decision extends Reason {
  readonly flow: string
  /** What the walkthrough begins with. */
  readonly setup: {
    readonly client: string
    /** Undefined: it ends with the tokens. */
    readonly api: string | undefined
    readonly scope: readonly string[]
    readonly layers: readonly string[]
  }
}

/** The questions that these answers lead to, as far as the first that is open. */
export function askedQuestions(answers: Answers): readonly Question[] {
  const asked: Question[] = []
  for (const question of QUESTIONS) {
    if (!isAsked(question, answers)) continue
    asked.push(question)
    if (answers[question.id] === undefined) break
  }
  return asked
}

/** What was answered and still counts: no unknown option, and nothing that is not asked any more. */
export function keepAnswers(answers: Answers): Answers {
  let kept: Answers = {}
  for (const question of QUESTIONS) {
    const option = question.options.find(({ id }) => id === answers[question.id])
    if (!isAsked(question, kept)) continue
    if (option === undefined) return kept
    kept = { ...kept, [question.id]: option.id }
  }
  return kept
}

/** Undefined while a question is open. */
export function decide(answers: Answers): Decision | undefined {
  if (askedQuestions(answers).some(({ id }) => answers[id] === undefined)) return undefined
  const row = TABLE.find(({ when }) => fits(answers, when))
  if (row === undefined) return undefined
  const { flow, reason, client } = row
  return { ...REASONS[reason], flow, setup: { client, ...buildEnding(row, answers.need) } }
}

/** Login, the API, or both. */
function buildEnding({ api, scope, layers }: Row, need: string | undefined) {
  if (need === 'api') return { api, scope, layers: layers.filter((id) => id !== 'openid') }
  // Somebody who only wants to know who is there needs no way to come back without them.
  if (need === 'login') return { api: undefined, scope: LOGIN, layers: layers.filter((id) => id !== 'refresh') }
  return { api, scope, layers }
}

function isAsked({ after }: Question, answers: Answers): boolean {
  return after === undefined || after.some((condition) => fits(answers, condition))
}
