import { openStore } from '../../electron/core/store/open-store.ts'

const store = openStore()
for (let number = 0; number < 5000; number += 1) {
  store.records.upsert(
    'AccessToken',
    `token-${number}`,
    { jti: `token-${number}`, filler: 'x'.repeat(2000) },
    undefined,
  )
}
await store.durable()
store.announce({ issuer: 'http://localhost:4400' })
console.log('ready')
process.stdin.resume()
process.stdin.on('end', () => {
  store.close()
  console.log('closed')
})
