import { describe, expect, it } from 'vitest'

import { signIn } from '../protocol/browser.ts'
import { useManagement, itemsOf, type Json } from './support.ts'

const management = useManagement()

interface Event {
  readonly id: number
  readonly url: string
}

/** Reads events until enough is seen, then hangs up in the middle of things. */
async function listen(headers: Readonly<Record<string, string>>, isEnough: (seen: readonly Event[]) => boolean) {
  const hangUp = new AbortController()
  const { token } = management.issuer.program.ready
  const response = await fetch(`${management.url}/events`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
    signal: hangUp.signal,
  })
  const seen: Event[] = []
  let rest = ''
  try {
    for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + chunk).split('\n\n')
      rest = blocks.pop() ?? ''
      seen.push(...blocks.flatMap(readEvent))
      if (isEnough(seen)) break
    }
  } finally {
    hangUp.abort()
  }
  return seen
}

function readEvent(block: string): readonly Event[] {
  if (!block.startsWith('event: exchange\n')) return []
  const [, id = '', data = ''] = /^id: (\d+)\ndata: (.*)$/m.exec(block) ?? []
  return [{ id: Number(id), url: String((JSON.parse(data) as Json)['url']) }]
}

const RECONNECTIONS = 8

describe('the event stream', () => {
  it('tells every exchange once and in order, however often the listener comes back', async () => {
    let connections = 0
    let sent = 0
    const pouring = (async () => {
      for (; connections < RECONNECTIONS || sent < 600; sent += 20) {
        await Promise.all(
          Array.from({ length: 20 }, (_, index) => management.issuer.request(`/poured?n=${sent + index}.`)),
        )
      }
      await management.issuer.request('/poured?done')
    })()
    const told: Event[] = []
    const isLast = ({ url }: Event) => url.includes('/poured?done')
    for (; !told.some(isLast); connections += 1) {
      const enough = connections < RECONNECTIONS ? 40 : Number.POSITIVE_INFINITY
      const headers = { 'last-event-id': String(told.at(-1)?.id ?? 0) }
      told.push(...(await listen(headers, (seen) => seen.length >= enough || seen.some(isLast))))
    }
    await pouring
    expect(connections).toBeGreaterThan(RECONNECTIONS)
    const ids = told.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b))
    const numbers = told.flatMap(({ url }) => /poured\?n=(\d+)\./.exec(url)?.[1] ?? [])
    expect(numbers.map(Number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: sent }, (_, index) => index))
  })

  it('begins with what comes when nothing is said', async () => {
    await management.issuer.request('/before')
    await management.get('/exchanges/stats')
    const seen: Promise<readonly Event[]> = listen({}, (events) => events.length > 0)
    const stop = new AbortController()
    const poke = (async () => {
      while (!stop.signal.aborted) await management.issuer.request('/later')
    })()
    const events = await seen
    stop.abort()
    await poke
    expect(events.every(({ url }) => url.endsWith('/later'))).toBe(true)
  })

  it('begins anew for an id of another recording', async () => {
    const [first] = await listen({ 'last-event-id': '999999999' }, (events) => events.length > 0)
    expect(first?.id).toBe(1)
  })

  it('needs the token, and an id that is a number', async () => {
    expect((await management.call('GET', '/events', { token: null })).status).toBe(401)
    expect((await management.get('/events?after=x')).json['errors']).toMatchObject([{ parameter: 'after' }])
  })

  it('ends with the program', async () => {
    const { startProgram } = await import('../support/program.ts')
    const program = await startProgram()
    const { api, token } = program.ready
    const response = await fetch(`${api}/events`, { headers: { authorization: `Bearer ${token}` } })
    const read = response.text()
    const { code } = await program.kill('SIGTERM')
    expect(code).toBe(0)
    expect(await read).toContain('retry:')
  })
})

describe('exchanges', () => {
  it('are listed with filters, in pages, and got whole', async () => {
    await management.issuer.post('/token', {
      grant_type: 'client_credentials',
      client_id: 'taxi-finder',
      client_secret: 'wrong',
    })
    const reply = await management.get('/exchanges?endpoint=token&status=4&hasError=true&limit=1')
    const [found] = itemsOf(reply)
    expect(found).toMatchObject({ endpoint: 'token', status: 401, error: { code: 'invalid_client' } })
    const whole = await management.get(`/exchanges/${String(found?.['id'])}`)
    expect(whole.json).toMatchObject({
      request: { method: 'POST', body: { text: expect.stringContaining('client_secret=wrong') } },
    })
    const next = await management.get(`/exchanges?limit=1&before=${String(found?.['id'])}`)
    expect(Number(itemsOf(next)[0]?.['id'])).toBeLessThan(Number(found?.['id']))
  })

  it('are searched for words', async () => {
    await management.issuer.request('/haystack?needle=quetzalcoatl')
    const reply = await management.get('/exchanges?search=quetzalcoatl')
    expect(itemsOf(reply).map(({ url }) => String(url))).toEqual([expect.stringContaining('needle=quetzalcoatl')])
  })

  it('are deleted by selection', async () => {
    await management.issuer.request('/delete-me?one')
    const ids = itemsOf(await management.get('/exchanges?search=delete-me')).map(({ id }) => id)
    const reply = await management.call('DELETE', `/exchanges?ids=${ids.join(',')}`)
    expect(reply.json).toEqual({ removed: ids.length })
    expect((await management.get(`/exchanges/${String(ids[0])}`)).status).toBe(404)
    const { stored } = (await management.get('/exchanges/stats')).json
    expect((await management.call('DELETE', '/exchanges?search=***')).status).toBe(400)
    expect((await management.call('DELETE', '/exchanges')).json['removed']).toBe(stored)
  })

  it('leave as HAR 1.2, their secrets masked unless asked for', async () => {
    await management.call('DELETE', '/exchanges')
    const config = await management.issuer.discover('calendar-app', 'calendar-app-secret')
    const tokens = await signIn(config, { scope: 'openid offline_access read:contacts' })
    await management.issuer.callApi('organizer/contacts', tokens.access_token)
    const masked = await management.get('/exchanges.har')
    const { log } = masked.json as { log: { version: string; entries: readonly Json[] } }
    expect(log.version).toBe('1.2')
    for (const entry of log.entries) {
      expect(entry).toMatchObject({
        startedDateTime: expect.stringMatching(/^\d{4}-.*Z$/),
        time: expect.any(Number),
        request: {
          method: expect.any(String),
          url: expect.stringMatching(/^http/),
          cookies: expect.any(Array),
          headers: expect.any(Array),
          queryString: expect.any(Array),
          headersSize: -1,
        },
        response: {
          status: expect.any(Number),
          content: { size: expect.any(Number), mimeType: expect.any(String) },
          redirectURL: expect.any(String),
        },
        cache: {},
        timings: { send: 0, wait: expect.any(Number), receive: 0 },
      })
    }
    const open = await management.get('/exchanges.har?include=secrets')
    const secrets = ['calendar-app-secret', tokens.access_token, tokens.refresh_token ?? '', tokens.id_token ?? '']
    const code = /[?&]code=([\w-]{20,})/.exec(open.text)?.[1] ?? ''
    expect(code).not.toBe('')
    expect(secrets.map((secret) => open.text.includes(secret))).toEqual([true, true, true, true])
    expect([...secrets, code].filter((secret) => masked.text.includes(secret))).toEqual([])
    expect(masked.text).not.toMatch(/_session=[\w-]{10}/)
  })
})
