import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { nearest } from '#shared/contract/nearest.ts'
import { issuerAddress } from '#shared/contract/outside-issuer.ts'

import { parsePort } from '../parse-port.ts'
import { usage } from './usage.ts'

export interface RunFlags {
  readonly flow: string
  /** Left out: whom the walkthrough is made for. */
  readonly answer: string | undefined
  /** Left out: the playground's own. */
  readonly outside: OutsideFlags | undefined
  /** Where the browser comes back to. */
  readonly uiPort: number
  readonly client: string | undefined
  readonly secondClient: string | undefined
  readonly api: string | undefined
  readonly scope: readonly string[] | undefined
  readonly variant: string | undefined
  readonly layers: readonly string[] | undefined
  /** Left out: everything stays in memory. */
  readonly data: string | undefined
  readonly config: string | undefined
  readonly har: string | undefined
  readonly html: string | undefined
  readonly markdown: string | undefined
  readonly secrets: boolean
  readonly json: boolean
}

export interface OutsideFlags {
  readonly issuer: string
  readonly client: string
  readonly secret: string | undefined
}

const text = { type: 'string' } as const
const many = { type: 'string', multiple: true } as const
const flag = { type: 'boolean', default: false } as const

const LIST_OPTIONS = { json: flag } as const

const RUN_OPTIONS = {
  answer: text,
  issuer: text,
  client: text,
  'client-secret': text,
  'ui-port': text,
  'second-client': text,
  api: text,
  scope: many,
  variant: text,
  layer: many,
  data: text,
  ephemeral: flag,
  config: text,
  har: text,
  html: text,
  markdown: text,
  secrets: flag,
  json: flag,
} as const

export function parseListFlags(args: readonly string[]): { readonly json: boolean } {
  return parse(LIST_OPTIONS, () => parseArgs({ args: [...args], options: LIST_OPTIONS }).values)
}

export function parseRunFlags(args: readonly string[], env: NodeJS.ProcessEnv): RunFlags {
  const { values, positionals } = parse(RUN_OPTIONS, () =>
    parseArgs({ args: [...args], options: RUN_OPTIONS, allowPositionals: true }),
  )
  const [flow, ...more] = positionals
  if (flow === undefined) throw usage('Which walkthrough? "valetkey flow list" shows them: valetkey flow run ID')
  if (more.length > 0) throw usage(`One walkthrough at a time: found ${JSON.stringify(more.join(' '))} after ${flow}`)
  if (values.data !== undefined && values.ephemeral) throw usage('--data and --ephemeral exclude each other')
  return {
    flow,
    answer: values.answer,
    outside: parseOutside(values, env),
    uiPort: parsePort('--ui-port', values['ui-port'] ?? '0', usage),
    client: values.client,
    secondClient: values['second-client'],
    api: values.api,
    scope: values.scope && wordsOf(values.scope, /\s+/),
    variant: values.variant,
    layers: values.layer && wordsOf(values.layer, /[\s,]+/),
    data: parsePath('--data', values.data),
    config: parsePath('--config', values.config),
    har: parseFile('--har', values.har),
    html: parseFile('--html', values.html),
    markdown: parseFile('--markdown', values.markdown),
    secrets: values.secrets,
    json: values.json,
  }
}

interface OutsideValues {
  readonly issuer?: string | undefined
  readonly client?: string | undefined
  readonly answer?: string | undefined
  readonly 'client-secret'?: string | undefined
}

function parseOutside(values: OutsideValues, env: NodeJS.ProcessEnv): OutsideFlags | undefined {
  const { issuer, client, answer, 'client-secret': secret } = values
  if (issuer === undefined) {
    if (secret !== undefined) throw usage('--client-secret goes with --issuer: here the playground knows the secrets')
    return undefined
  }
  const read = issuerAddress.safeParse(issuer)
  if (!read.success)
    throw usage(`--issuer: found ${JSON.stringify(issuer)}, expected ${read.error.issues[0]?.message ?? 'an address'}`)
  if (!client) throw usage('--client is missing: which application walks at the other issuer?')
  if (answer !== undefined)
    throw usage('--answer goes without --issuer: at another issuer only a person can sign in, in a browser')
  return { issuer: read.data, client, secret: secret ?? (env['VALETKEY_CLIENT_SECRET'] || undefined) }
}

function parse<Result>(options: Readonly<Record<string, unknown>>, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    const [message = ''] = error instanceof Error ? error.message.split('. ') : [String(error)]
    const [wrong] = /--[\w-]+/.exec(message) ?? []
    const meant =
      wrong !== undefined && message.startsWith('Unknown') ? nearest(wrong.slice(2), Object.keys(options)) : undefined
    throw usage(meant === undefined ? message : `${message}; did you mean --${meant}?`)
  }
}

function wordsOf(values: readonly string[], separator: RegExp): readonly string[] {
  return [...new Set(values.flatMap((value) => value.split(separator)).filter((word) => word !== ''))]
}

function parsePath(name: string, path: string | undefined): string | undefined {
  if (path === '') throw usage(`${name}: found nothing, expected a path`)
  return path === undefined ? undefined : resolve(path)
}

/** Said before the walk, not after it. */
function parseFile(name: string, path: string | undefined): string | undefined {
  const file = parsePath(name, path)
  if (file !== undefined && !existsSync(dirname(file))) throw usage(`${name}: there is no folder ${dirname(file)}`)
  return file
}
