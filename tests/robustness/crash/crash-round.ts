import { type Program, startProgram } from '../../support/program.ts'
import { checkPromises } from './check-promises.ts'
import { checkIntegrity } from './data-directory.ts'
import { countPromises, type Promises } from './promises.ts'
import { startTraffic } from './traffic.ts'

export interface CrashRound {
  /** Requests answered before the program was killed. */
  readonly answered: number
  readonly promised: Record<keyof Promises, number>
  readonly promises: Promises
  /** What had been answered and did not hold, and answers that were wrong before. */
  readonly broken: readonly string[]
  readonly integrity: string
  /** Milliseconds from the new process's start to its ready line. */
  readonly restart: number
  /** The program that took over. */
  readonly successor: Program
}

/** Traffic, `kill -9` when so many requests have been answered, and a restart on the same directory and port. */
export async function crashOnce(program: Program, dataDirectory: string, answers: number): Promise<CrashRound> {
  const traffic = startTraffic(program.issuer)
  await traffic.reach(answers)
  await program.kill('SIGKILL')
  await traffic.stop()
  const integrity = checkIntegrity(dataDirectory)
  const started = performance.now()
  const successor = await startProgram('--data', dataDirectory, '--port', new URL(program.issuer).port)
  const restart = performance.now() - started
  const promised = countPromises(traffic.promises)
  const broken = [...traffic.wrong, ...(await checkPromises(successor.issuer, traffic.promises))]
  return { answered: traffic.answered, promised, promises: traffic.promises, broken, integrity, restart, successor }
}

/** The same moments in every run (mulberry32); the machine's own timing is random enough. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
