// Only as much as every Node that knows modules can read: this file has to be able to say that the Node is too old.
// What needs a new one, the native module first of all, is loaded with the first start.
import process from 'node:process'

const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 12)) {
  throw new Error(`Valet Key needs Node 22.12 or newer, and this is Node ${process.versions.node}.`)
}

export async function startValetKey(options) {
  const library = await import('../headless/library.js')
  return library.startValetKey(options)
}
