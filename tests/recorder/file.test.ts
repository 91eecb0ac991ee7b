import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'

import { openTrafficStore } from '../../electron/core/store/traffic/traffic-store.ts'
import { makeDirectory } from '../support/make-directory.ts'
import { recorded, startCore } from './support.ts'

const NAME = 'traffic.sqlite'

async function startOn(directory: string) {
  const problems: string[] = []
  const core = await startCore({ dataDirectory: directory, onProblem: (problem) => problems.push(problem) })
  await (await fetch(`${core.issuer}/jwks`)).text()
  const found = await recorded(core.recorder)
  return { core, problems, found }
}

describe('traffic.sqlite', () => {
  it('is made readable by its owner alone, and kept over a restart', async () => {
    const directory = makeDirectory()
    const first = await startOn(directory)
    await first.core.close()
    expect(statSync(join(directory, NAME)).mode & 0o077).toBe(0)
    const { found, problems } = await startOn(directory)
    expect(found.map(({ id }) => id)).toEqual([1, 2])
    expect(problems).toEqual([])
  })

  it.each([
    ['is no database', 'this is no database at all'],
    ['is cut off', 'SQLite format 3\0'],
  ])('that %s is left as it is, said, and recording goes on in memory', async (_name, content) => {
    const directory = makeDirectory()
    writeFileSync(join(directory, NAME), content)
    const { found, problems, core } = await startOn(directory)
    expect(found).toHaveLength(1)
    expect(problems).toEqual([expect.stringContaining(join(directory, NAME))])
    expect(problems[0]).toContain('in memory')
    await core.close()
    expect(readFileSync(join(directory, NAME), 'utf8')).toBe(content)
  })

  it("of a newer version or another program's is left as it is", async () => {
    for (const pragma of ['user_version = 99', 'application_id = 7']) {
      const directory = makeDirectory()
      const file = join(directory, NAME)
      openTrafficStore(file).close()
      const database = new Database(file)
      database.pragma(pragma)
      database.close()
      const before = readFileSync(file)
      const { found, problems, core } = await startOn(directory)
      expect(found).toHaveLength(1)
      expect(problems).toHaveLength(1)
      await core.close()
      expect(readFileSync(file).equals(before)).toBe(true)
    }
  })

  it('that breaks while it is used costs the record alone, which is said once and counted', async () => {
    const directory = makeDirectory()
    const { core, problems } = await startOn(directory)
    const other = new Database(join(directory, NAME))
    other.exec('ALTER TABLE messages RENAME TO hidden')
    for (let n = 0; n < 3; n += 1) {
      expect((await fetch(`${core.issuer}/jwks`)).status).toBe(200)
      await core.recorder.flush()
    }
    expect(problems).toEqual([expect.stringContaining('cannot be recorded')])
    other.exec('ALTER TABLE hidden RENAME TO messages')
    other.close()
    await fetch(`${core.issuer}/jwks`)
    expect(await core.recorder.stats()).toMatchObject({ stored: 2, recorded: 2, dropped: 3 })
  })
})
