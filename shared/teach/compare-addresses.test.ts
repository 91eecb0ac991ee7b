import { describe, expect, it } from 'vitest'
import { checkAddresses } from './compare-addresses.ts'

const REGISTERED = 'http://localhost:3000/callback'

describe('two addresses', () => {
  it('have no difference when they are the same to the letter', () => {
    expect(checkAddresses(REGISTERED, REGISTERED)).toEqual([])
  })

  it.each([
    ['http://localhost:3000/callback/', ['slash-added']],
    ['http://127.0.0.1:3000/callback', ['loopback-name']],
    ['http://[::1]:3000/callback', ['loopback-name']],
    ['http://localhost:3001/callback', ['port']],
    ['http://localhost/callback', ['port']],
    ['https://localhost:3000/callback', ['scheme']],
    ['http://localhost:3000/Callback', ['path-case']],
    ['http://localhost:3000/cb', ['path']],
    ['http://localhost:3000', ['path-missing']],
    ['http://localhost:3000/', ['path-missing']],
    ['http://localhost:3000/callback?next=1', ['query']],
    ['http://localhost:3000/callback#done', ['fragment']],
    ['http://app.test:3000/callback', ['host']],
    ['https://127.0.0.1:5173/', ['scheme', 'loopback-name', 'port', 'path-missing']],
    ['HTTP://localhost:3000/callback', ['spelling']],
    [' http://localhost:3000/callback', ['surrounding-space']],
    ['http%3A%2F%2Flocalhost%3A3000%2Fcallback', ['encoded-twice']],
    ['com.example.app:/callback', ['scheme']],
    ['localhost', ['not-an-address']],
    ['', ['not-an-address']],
  ])('differ when %j is sent', (sent, differences) => {
    expect(checkAddresses(sent, REGISTERED)).toEqual(differences)
  })

  it('differ by a slash even where a browser sees none', () => {
    expect(checkAddresses('http://localhost:3000/', 'http://localhost:3000')).toEqual(['slash-added'])
    expect(checkAddresses('http://localhost:3000', 'http://localhost:3000/')).toEqual(['slash-missing'])
    expect(checkAddresses('http://localhost:3000/a', 'http://localhost:3000/a/')).toEqual(['slash-missing'])
  })

  it('can be compared when the registered one is no address', () => {
    expect(checkAddresses('com.example.app:/done', 'nonsense')).toEqual(['spelling'])
    expect(checkAddresses('%E0%A4%A', REGISTERED)).toEqual(['not-an-address'])
  })
})
