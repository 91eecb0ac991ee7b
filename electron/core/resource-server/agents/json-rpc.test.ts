import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { RpcError, parseRpcMessage } from './json-rpc.ts'

test('a message with an id is a request, one without is a notification', () => {
  expect(parseRpcMessage('{"jsonrpc":"2.0","id":1,"method":"ping"}')).toEqual({
    kind: 'request',
    id: 1,
    method: 'ping',
    params: undefined,
  })
  expect(parseRpcMessage('{"jsonrpc":"2.0","method":"notifications/initialized"}')).toEqual({ kind: 'notification' })
  expect(parseRpcMessage('{"jsonrpc":"2.0","id":1,"result":{}}')).toEqual({ kind: 'response' })
})

test.each([
  ['{', -32700, /^The body is not JSON: /],
  ['[]', -32600, /^Batches are not taken/],
  ['null', -32600, /^A JSON-RPC message is an object/],
  ['"text"', -32600, /^A JSON-RPC message is an object/],
  ['{"method":"ping","id":1}', -32600, /^The member jsonrpc must be "2.0"/],
  ['{"jsonrpc":"2.0","id":1}', -32600, /^The member method must be a string/],
  ['{"jsonrpc":"2.0","id":1,"method":{}}', -32600, /^The member method must be a string/],
  ['{"jsonrpc":"2.0","id":null,"method":"ping"}', -32600, /^The member id must be a string or a number/],
])('%s is refused with %d', (text, code, message) => {
  expect(() => parseRpcMessage(text)).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(message) }),
  )
})

test('whatever arrives is a message or an RpcError', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => ['message', 'RpcError'].includes(outcomeOf(text))))
  expect([outcomeOf('{'), outcomeOf('{"jsonrpc":"2.0","method":"x"}')]).toEqual(['RpcError', 'message'])
})

function outcomeOf(text: string): string {
  try {
    parseRpcMessage(text)
    return 'message'
  } catch (error) {
    return error instanceof RpcError ? 'RpcError' : String(error)
  }
}
