/** A browser context for each session: what one stores, another does not see. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { chromium } from './chromium.ts'
import { watchContext } from './targets.ts'

/**
 * A session that lasts is found again by the next start with the same profile, as long as the Chromium runs. Of the
 * others nothing stays.
 */
export async function openContext(key: string, profile: string | undefined): Promise<string> {
  const id =
    (profile === undefined ? undefined : await findEarlier(key, profile)) ?? (await make(profile === undefined))
  if (profile !== undefined) write(profile, { ...read(profile), [key]: id })
  watchContext(id)
  return id
}

async function make(disposeOnDetach: boolean): Promise<string> {
  const connection = await chromium
  return (await connection.send('Target.createBrowserContext', { disposeOnDetach })).browserContextId
}

async function findEarlier(key: string, profile: string): Promise<string | undefined> {
  const id = read(profile)[key]
  const { browserContextIds } = await (await chromium).send('Target.getBrowserContexts')
  return id !== undefined && browserContextIds.includes(id) ? id : undefined
}

function fileIn(profile: string): string {
  return join(profile, 'stand-in-contexts.json')
}

function read(profile: string): Readonly<Record<string, string>> {
  if (!existsSync(fileIn(profile))) return {}
  return JSON.parse(readFileSync(fileIn(profile), 'utf8')) as Readonly<Record<string, string>>
}

function write(profile: string, ids: Readonly<Record<string, string>>): void {
  mkdirSync(dirname(fileIn(profile)), { recursive: true })
  writeFileSync(fileIn(profile), JSON.stringify(ids))
}
