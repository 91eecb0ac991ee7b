import { describe, expect, it } from 'vitest'

import { startProgram } from '../support/program.ts'
import { writeCrashConfig } from './crash/crash-clients.ts'
import { crashOnce, createRandom } from './crash/crash-round.ts'
import { makeDirectory } from './crash/data-directory.ts'

const ROUNDS = 3

describe('kill -9 under traffic', () => {
  it('loses nothing that was answered, and leaves a whole file', async () => {
    using directory = makeDirectory('crash')
    const random = createRandom(1)
    let program = await startProgram('--data', directory.path, '--config', writeCrashConfig(directory.path))
    for (let round = 0; round < ROUNDS; round += 1) {
      const { successor, broken, integrity, promised } = await crashOnce(program, directory.path, 100 + random(300))
      program = successor
      expect(broken).toEqual([])
      expect(integrity).toBe('ok')
      for (const [kind, count] of Object.entries(promised)) expect(count, kind).toBeGreaterThan(0)
      expect(program.output().trim().split('\n')).toHaveLength(1)
    }
    expect(await program.kill('SIGTERM')).toMatchObject({ code: 0, stderr: '' })
  })
})
