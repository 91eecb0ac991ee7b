import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { ValetKeyError } from '#shared/errors.ts'

import { parsePort } from './parse-port.ts'

export interface ServeFlags {
  readonly port: number
  readonly uiPort: number
  readonly screens: boolean
  readonly data: string | undefined
  readonly ephemeral: boolean
  readonly config: string | undefined
  readonly issuer: string | undefined
  readonly permissive: boolean
  readonly open: boolean
  readonly json: boolean
  readonly setAside: boolean
  readonly recording: boolean
  readonly help: boolean
}

const OPTIONS = {
  port: { type: 'string', default: '4400' },
  'ui-port': { type: 'string', default: '4401' },
  'no-ui': { type: 'boolean', default: false },
  data: { type: 'string' },
  ephemeral: { type: 'boolean', default: false },
  config: { type: 'string' },
  issuer: { type: 'string' },
  permissive: { type: 'boolean', default: false },
  open: { type: 'boolean', default: false },
  'no-open': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  'set-aside': { type: 'boolean', default: false },
  'no-recording': { type: 'boolean', default: false },
  // `npm start` decides by it and hands it on; here it says what is the case anyway.
  headless: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

export const SERVE_HELP = `valetkey serve: an OAuth 2.0 and OpenID Connect issuer on this machine

  --port 4400        the issuer's port (0: any free one)
  --ui-port 4401     the screens and the management API (0: any free one)
  --no-ui            issuer and management API only, no screens
  --data DIR         where the SQLite file lives (default: the platform's application data folder)
  --ephemeral        keep everything in memory
  --config FILE      seed from a file; with --data, what it names is created or updated, the rest is kept
  --issuer URL       the issuer's public address, when something stands in front of it
  --permissive       an unknown client is registered on sight with what it sent, and marked as such
  --set-aside        keep a data file that cannot be used under another name, and begin a fresh one
  --no-recording     keep no record of the traffic
  --open, --no-open  open the screens in a browser
  --json             when ready, print one line of JSON
`

export function parseServeFlags(args: readonly string[]): ServeFlags {
  const values = parseValues(args)
  if (values.data !== undefined && values.ephemeral) throw usage('--data and --ephemeral exclude each other')
  if (values.open && values['no-open']) throw usage('--open and --no-open exclude each other')
  return {
    port: parsePort('--port', values.port, usage),
    uiPort: parsePort('--ui-port', values['ui-port'], usage),
    screens: !values['no-ui'],
    data: values.data === undefined ? undefined : parsePath('--data', values.data),
    ephemeral: values.ephemeral,
    config: values.config === undefined ? undefined : parsePath('--config', values.config),
    issuer: values.issuer === undefined ? undefined : parseIssuer(values.issuer),
    permissive: values.permissive,
    open: values.open,
    json: values.json,
    setAside: values['set-aside'],
    recording: !values['no-recording'],
    help: values.help,
  }
}

function parseValues(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values
  } catch (error) {
    throw usage(error instanceof Error ? firstSentence(error.message) : String(error))
  }
}

function parsePath(flag: string, path: string): string {
  if (path === '') throw usage(`${flag}: found nothing, expected a path`)
  return resolve(path)
}

function parseIssuer(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isIssuer = url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === ''
  if (isIssuer && !/[?#]/.test(text)) return text.replace(/\/$/, '')
  throw usage(
    `--issuer: found ${JSON.stringify(text)}, expected an http or https address without query or fragment, such as https://id.example.test`,
  )
}

function firstSentence(message: string): string {
  return message.split('. ')[0] ?? message
}

function usage(message: string): ValetKeyError {
  return new ValetKeyError('bad_usage', `${message}. See valetkey serve --help.`)
}
