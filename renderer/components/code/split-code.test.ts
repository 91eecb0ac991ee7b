import { describe, expect, it } from 'vitest'
import type { CodeToken, Language, TokenKind } from './code-token.ts'
import { splitCode } from './split-code.ts'

const LANGUAGES: readonly Language[] = ['json', 'http', 'form', 'shell', 'javascript', 'python', 'text']

const AWKWARD = [
  '',
  '{',
  '"never ends',
  '"\\"',
  '{"a":"b:c","d" : [1,-2.5e3,true,null]}',
  'POST /token HTTP/1.1\r\nhost: a\r\n\r\na=b&c',
  'HTTP/1.1 200 OK\r\n\r\n{"a":1}',
  'curl -u "a:$B" \\\n --data \'x\' | jq . # end',
  'a==b&&=c\n\n=',
  '😀"😀":😀',
  "const a = await b('c', { d: 1.5 }) // e",
  "a = b(c={'d': True}) # e",
]

describe.each(LANGUAGES)('%s in colours', (language) => {
  it.each(AWKWARD)('loses and doubles nothing of %j', (code) => {
    expect(textOf(splitCode(code, language))).toBe(code)
  })
})

describe('JSON', () => {
  const tokens = splitCode('{ "scope": "read:tasks \\"x\\"", "n": -1.5e3, "ok": true, "no": null }', 'json')

  it('tells names from strings, also where a string has a colon in it', () => {
    expect(texts(tokens, 'name')).toEqual(['"scope"', '"n"', '"ok"', '"no"'])
    expect(texts(tokens, 'string')).toEqual(['"read:tasks \\"x\\""'])
  })

  it('marks numbers and the three words', () => {
    expect(texts(tokens, 'number')).toEqual(['-1.5e3'])
    expect(texts(tokens, 'keyword')).toEqual(['true', 'null'])
  })

  it('takes a string that never ends for a string up to the end of its line', () => {
    expect(texts(splitCode('{"a": "b\n"c": 1}', 'json'), 'string')).toEqual(['"b'])
  })
})

describe('HTTP', () => {
  const request = splitCode('POST /token HTTP/1.1\r\nhost: localhost:4400\r\n\r\nscope=a+b&x=1=2', 'http')

  it('marks the method, the names of headers, and a form', () => {
    expect(texts(request, 'keyword')).toEqual(['POST'])
    expect(texts(request, 'name')).toEqual(['host', 'scope', 'x'])
    expect(texts(request, 'string')).toEqual(['a+b', '1=2'])
  })

  it('marks the status and a JSON body', () => {
    const answer = splitCode('HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\n\r\n{"error":"x"}', 'http')
    expect(texts(answer, 'keyword')).toEqual([' 400'])
    expect(texts(answer, 'name')).toEqual(['content-type', '"error"'])
  })
})

describe('a command', () => {
  it('marks the program, options, strings, variables and the comment', () => {
    const tokens = splitCode(`curl -X POST "$URL" --data 'a b' $MORE # why`, 'shell')
    expect(texts(tokens, 'keyword')).toEqual(['curl'])
    expect(texts(tokens, 'name')).toEqual(['-X', '--data'])
    expect(texts(tokens, 'string')).toEqual(['"$URL"', `'a b'`])
    expect(texts(tokens, 'number')).toEqual(['$MORE'])
    expect(texts(tokens, 'quiet')).toEqual(['# why'])
  })

  it('does not take the hyphen inside a word for an option, or the # inside an address for a comment', () => {
    const tokens = splitCode('curl http://a-b/c#d', 'shell')
    expect(texts(tokens, 'name')).toEqual([])
    expect(texts(tokens, 'quiet')).toEqual([])
  })
})

describe('a program', () => {
  it('marks what belongs to JavaScript', () => {
    const tokens = splitCode(`const a = await fetch('x//y', { b: "it's" }) // why`, 'javascript')
    expect(texts(tokens, 'keyword')).toEqual(['const', 'await'])
    expect(texts(tokens, 'string')).toEqual([`'x//y'`, `"it's"`])
    expect(texts(tokens, 'quiet')).toEqual(['// why'])
  })

  it('marks what belongs to Python', () => {
    const tokens = splitCode(`import a\nb = c(d='#e', f=True) # why`, 'python')
    expect(texts(tokens, 'keyword')).toEqual(['import', 'True'])
    expect(texts(tokens, 'name')).toEqual(['d', 'f'])
    expect(texts(tokens, 'string')).toEqual([`'#e'`])
    expect(texts(tokens, 'quiet')).toEqual(['# why'])
  })
})

describe('time', () => {
  it.each(LANGUAGES)('is linear for %s, so that a hostile body freezes nothing', (language) => {
    const hostile = `${'"'.repeat(20_000)}${'\\"a'.repeat(5000)}${'a-'.repeat(5000)}${'='.repeat(5000)}`
    const started = performance.now()
    expect(textOf(splitCode(hostile, language))).toBe(hostile)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

function textOf(tokens: readonly CodeToken[]): string {
  return tokens.map(({ text }) => text).join('')
}

function texts(tokens: readonly CodeToken[], kind: TokenKind): readonly string[] {
  return tokens.filter((token) => token.kind === kind).map(({ text }) => text)
}
