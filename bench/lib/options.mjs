// The flags of `npm run bench`.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { headlessEntry } from '../../scripts/lib/paths.mjs'

export const HELP = `npm run bench -- FLAGS

  --only NAME,…    only these cases
  --rounds N       rounds of each case (default 15, with --quick 5)
  --quick          a quarter of the requests, fewer rounds, smaller files
  --program FILE   measure this build's valetkey.js instead of out/headless
  --against FILE   measure it against another build's valetkey.js instead of the peers
  --list           the names of the cases
`

/**
 * @typedef {object} Options
 * @property {string} program
 * @property {string | undefined} other
 * @property {number} rounds
 * @property {number} share of the usual number of requests
 * @property {boolean} quick
 * @property {readonly string[] | undefined} only
 * @property {boolean} list
 * @property {boolean} help
 */

/**
 * @param {readonly string[]} args
 * @returns {Options}
 */
export function parseOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      program: { type: 'string' },
      against: { type: 'string' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  const rounds = Number(values.rounds ?? (values.quick ? 5 : 15))
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`--rounds: found ${values.rounds}, expected a whole number above 0`)
  return {
    program: values.program === undefined ? headlessEntry : resolve(values.program),
    other: values.against === undefined ? undefined : resolve(values.against),
    rounds,
    share: values.quick ? 0.25 : 1,
    quick: values.quick,
    only: values.only?.split(','),
    list: values.list,
    help: values.help,
  }
}
