/** A person's folders, all of their own, so that a desktop program finds nothing of whoever runs the tests. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Preferences } from '#shared/contract/calls/shell.ts'

import { freePort } from '../../../support/free-port.ts'

export interface Home extends Disposable {
  readonly env: NodeJS.ProcessEnv
  /** Of the desktop program itself: preferences, the window's place. */
  readonly profile: string
  /** What `valetkey serve` would use, too. */
  readonly data: string
  readonly ports: Preferences['ports']
}

export async function makeHome(preferences: Partial<Preferences> = {}): Promise<Home> {
  const folder = mkdtempSync(join(tmpdir(), 'valetkey-home-'))
  const [config, data] = [join(folder, 'config'), join(folder, 'data')]
  const profile = join(config, 'valetkey-desktop')
  const [issuer, screens] = await Promise.all([freePort(), freePort()])
  const ports = preferences.ports ?? { issuer, screens }
  mkdirSync(profile, { recursive: true })
  writeFileSync(join(profile, 'preferences.json'), JSON.stringify({ ...preferences, ports }))
  return {
    env: { HOME: folder, XDG_CONFIG_HOME: config, XDG_DATA_HOME: data },
    profile,
    data: join(data, 'valetkey'),
    ports,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}
