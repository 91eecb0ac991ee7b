/**
 * To import `node:http`, Node makes an ES module of it and looks at every member, and to look at `WebSocket` is to load
 * undici: 15 ms, which every start would wait for. A `require` looks at nothing; so that is what an import becomes.
 *
 * @type {import('rolldown').Plugin}
 */
export const leanHttp = {
  name: 'lean-http',
  resolveId(id, _importer, { kind }) {
    if (id !== 'node:http') return undefined
    return kind === 'require-call' ? { id, external: true } : VIRTUAL
  },
  load(id) {
    return id === VIRTUAL ? CODE : undefined
  },
}

const VIRTUAL = '\0lean-http'
/** Those that are used; the build fails when one is missing. */
const NAMES = ['createServer', 'request', 'STATUS_CODES', 'ServerResponse']
const CODE = `
const http = process.getBuiltinModule('node:http')
export const { ${NAMES.join(', ')} } = http
export default http
`
