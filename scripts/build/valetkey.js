#!/usr/bin/env node
// Old syntax on purpose: this file has to parse on a Node that is too old for the rest, to be able to say so.
var version = process.versions.node.split('.').map(Number)

if (version[0] < 22 || (version[0] === 22 && version[1] < 12)) {
  console.error('Valet Key needs Node 22.12 or newer, and this is Node ' + process.versions.node + '.')
  process.exit(1)
}

process.getBuiltinModule('node:module').enableCompileCache()
void import('./cli.js').then(function (cli) {
  return cli.main(process.argv.slice(2))
})
