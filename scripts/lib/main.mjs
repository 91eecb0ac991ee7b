import { reasonOf, say } from './say.mjs'

/**
 * Runs a script's body and ends the process with what it returns; what it throws is told in one line.
 *
 * @param {() => number | Promise<number>} body
 */
export async function main(body) {
  try {
    process.exitCode = await body()
  } catch (failure) {
    say(reasonOf(failure))
    process.exitCode = 1
  }
}
