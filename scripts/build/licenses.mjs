import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { inRoot } from '../lib/paths.mjs'

const heading = `Valet Key is made with the following work of others.
Each stands under its own licence, given here as it came with the package.
`

/**
 * The licences of every package that the given modules came from, and of the fonts.
 *
 * @param {string[]} modules
 */
export function describeLicenses(modules) {
  const folders = [...new Set(modules.map(packageFolder).filter((folder) => folder !== undefined))]
  const packages = folders.map(describePackage).sort((one, other) => one.localeCompare(other, 'en'))
  return [heading, ...new Set(packages), ...describeFonts()].join(`\n${'-'.repeat(80)}\n\n`)
}

/**
 * The folder of the package that a module belongs to; none for our own sources and the bundler's helpers.
 *
 * @param {string} module
 */
export function packageFolder(module) {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module.replace(/^\0/, ''))?.[0]
}

/** @param {string} folder */
function describePackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return `${name} ${version} (${license ?? 'no licence named'})\n\n${licenseText(folder)}`
}

/** @param {string} folder */
function licenseText(folder) {
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|notice|copying)/i.test(name))
  const texts = files.sort().map((name) => readFileSync(join(folder, name), 'utf8').trim())
  return `${texts.join('\n\n') || 'The package brings no licence text; its package.json names the licence above.'}\n`
}

function describeFonts() {
  const folder = inRoot('resources', 'fonts')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => /licen[cs]e/i.test(name))
  return files.map(
    (name) => `${relative(inRoot(), join(folder, name))}\n\n${readFileSync(join(folder, name), 'utf8').trim()}\n`,
  )
}
