import { ValetKeyError } from '#shared/errors.ts'
import type { Choice } from '#shared/flows/flow.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'

import type { Core } from '../../core/create-core.ts'
import { usage } from './usage.ts'

const FLAGS: Readonly<Record<string, string>> = {
  issuer: '--issuer',
  client_id: '--client',
  second_client_id: '--second-client',
  api: '--api',
  scope: '--scope',
  variant: '--variant',
  layers: '--layer',
  user: '--answer',
}

/** What stands against the choice is told at the flag that changes it. */
export async function beginRun(flow: string, choice: Choice, call: Core['call']): Promise<FlowRun> {
  try {
    return await call('runs.create', { flow, choice })
  } catch (error) {
    const findings = error instanceof ValetKeyError && error.code === 'invalid' ? findingsOf(error) : []
    if (findings.length === 0) throw error
    throw usage(findings.map(({ path, message }) => `${flagOf(path)}: ${message}`).join('\n'))
  }
}

interface Finding {
  readonly path: string
  readonly message: string
}

function findingsOf({ detail }: ValetKeyError): readonly Finding[] {
  const found = typeof detail === 'object' && detail !== null && 'findings' in detail ? detail.findings : []
  return Array.isArray(found) ? (found as readonly Finding[]) : []
}

function flagOf(path: string): string {
  const field = /^choice\.(\w+)/.exec(path)?.[1] ?? ''
  return FLAGS[field] ?? path
}
