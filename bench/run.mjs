// npm run bench: every figure that the program promises, measured beside those it is compared with. See README.md.
import { ensureBuilt } from '../scripts/lib/built.mjs'
import { main } from '../scripts/lib/main.mjs'
import { say, secondsSince } from '../scripts/lib/say.mjs'
import { CASES } from './cases/index.mjs'
import { HELP, parseOptions } from './lib/options.mjs'
import { formatTable, formatWork, resultsFolder, saveResult } from './lib/report.mjs'

await main(async () => {
  const options = parseOptions(process.argv.slice(2))
  if (options.help || options.list) {
    process.stdout.write(options.help ? HELP : `${CASES.map(({ name }) => name).join('\n')}\n`)
    return 0
  }
  const chosen = chooseCases(options.only)
  if (!process.argv.includes('--program')) ensureBuilt()
  const rows = []
  for (const { name, run } of chosen) {
    const begun = performance.now()
    const result = await run(options)
    say(`  ${name.padEnd(30)} ${secondsSince(begun)}${'work' in result ? `  ${formatWork(result.work)}` : ''}`)
    // Another build is a question of the moment and no result of this one.
    if (options.other === undefined) saveResult(name, { quick: options.quick, ...result })
    rows.push(...result.rows)
  }
  process.stdout.write(`\n${formatTable(rows)}\n\n`)
  if (options.other === undefined) say(`Every round is in ${resultsFolder}`)
  return 0
})

/** By their names, or by how those begin: "screens" is all of them. @param {readonly string[] | undefined} only */
function chooseCases(only) {
  const isMeant =
    (/** @type {string} */ asked) =>
    (/** @type {{ name: string }} */ { name }) =>
      name === asked || name.startsWith(`${asked}-`)
  const unknown = only?.find((asked) => !CASES.some(isMeant(asked)))
  if (unknown !== undefined)
    throw new Error(`There is no case ${unknown}. They are: ${CASES.map(({ name }) => name).join(', ')}`)
  return CASES.filter((one) => only?.some((asked) => isMeant(asked)(one)) ?? true)
}
