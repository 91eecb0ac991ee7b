import { openStore } from '../../electron/core/store/open-store.ts'

const [directory = '', issuer = ''] = process.argv.slice(2)
const store = openStore({ directory })
store.announce({ issuer, ui: 'http://localhost:4401' })
console.log('ready')
process.stdin.resume()
process.stdin.on('end', () => store.close())
