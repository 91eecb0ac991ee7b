import { expect, it } from 'vitest'

import { buildForm, buildGet } from '../draft.ts'
import type { Draft } from '../flow.ts'
import type { Sender } from './read-request.ts'
import { SNIPPETS } from './snippets.ts'

const TOKEN_REQUEST = buildForm(
  'http://localhost:4400/token',
  { grant_type: 'authorization_code', redirect_uri: 'http://localhost:4401/callback' },
  [['authorization', `Basic ${btoa('calendar-app:secret')}`]],
)
const JSON_REQUEST: Draft = {
  method: 'POST',
  url: 'http://localhost:4400/reg',
  headers: [['content-type', 'application/json']],
  body: '{"client_name":"It\'s mine","native":true}',
}
const AUTHORIZATION = buildGet('http://localhost:4400/auth', { client_id: 'my-todos', scope: 'openid profile' })

it('writes a form with credentials', () => {
  expect(buildAll(TOKEN_REQUEST)).toMatchInlineSnapshot(`
    "curl -i \\
      -u calendar-app:secret \\
      -d grant_type=authorization_code \\
      --data-urlencode redirect_uri=http://localhost:4401/callback \\
      http://localhost:4400/token

    http --ignore-stdin \\
      --form \\
      -a calendar-app:secret \\
      POST http://localhost:4400/token \\
      content-type:application/x-www-form-urlencoded \\
      grant_type=authorization_code \\
      redirect_uri=http://localhost:4401/callback

    // Node 18 or newer. Save it as request.mjs, then: node request.mjs
    const response = await fetch('http://localhost:4400/token', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: 'Basic ' + btoa('calendar-app:secret'),
      },
      body: new URLSearchParams([
        ['grant_type', 'authorization_code'],
        ['redirect_uri', 'http://localhost:4401/callback'],
      ]),
      redirect: 'manual',
    })
    console.log(response.status, response.statusText)
    console.log(await response.text())

    # pip install requests
    import requests

    response = requests.request(
        'POST',
        'http://localhost:4400/token',
        headers={
            'content-type': 'application/x-www-form-urlencoded',
        },
        auth=('calendar-app', 'secret'),
        data=[
            ('grant_type', 'authorization_code'),
            ('redirect_uri', 'http://localhost:4401/callback'),
        ],
        allow_redirects=False,
    )
    print(response.status_code, response.reason)
    print(response.text)"
  `)
})

it('writes JSON', () => {
  expect(buildAll(JSON_REQUEST)).toMatchInlineSnapshot(`
    "curl -i \\
      -H 'content-type: application/json' \\
      --data-raw '{"client_name":"It'\\''s mine","native":true}' \\
      http://localhost:4400/reg

    http --ignore-stdin \\
      --raw '{"client_name":"It'\\''s mine","native":true}' \\
      POST http://localhost:4400/reg \\
      content-type:application/json

    // Node 18 or newer. Save it as request.mjs, then: node request.mjs
    const response = await fetch('http://localhost:4400/reg', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        'client_name': "It's mine",
        'native': true,
      }),
      redirect: 'manual',
    })
    console.log(response.status, response.statusText)
    console.log(await response.text())

    # pip install requests
    import json

    import requests

    response = requests.request(
        'POST',
        'http://localhost:4400/reg',
        headers={
            'content-type': 'application/json',
        },
        data=json.dumps({
            'client_name': "It's mine",
            'native': True,
        }, separators=(',', ':'), ensure_ascii=False).encode(),
        allow_redirects=False,
    )
    print(response.status_code, response.reason)
    print(response.text)"
  `)
})

it('opens what the browser opens', () => {
  expect(buildAll(AUTHORIZATION, 'browser')).toMatchInlineSnapshot(`
    "# A step of the browser: the user opens this address. There, cookies and the pages of the issuer matter.
    # \`open\` is the command of macOS; on Linux it is \`xdg-open\`, on Windows \`start\`.
    open 'http://localhost:4400/auth?client_id=my-todos&scope=openid+profile'

    # A step of the browser: the user opens this address. There, cookies and the pages of the issuer matter.
    # \`open\` is the command of macOS; on Linux it is \`xdg-open\`, on Windows \`start\`.
    open 'http://localhost:4400/auth?client_id=my-todos&scope=openid+profile'

    // A step of the browser: the user opens this address, the program only puts it together.
    const address = new URL('http://localhost:4400/auth')
    address.search = String(new URLSearchParams([
      ['client_id', 'my-todos'],
      ['scope', 'openid profile'],
    ]))
    console.log(address.href)

    # A step of the browser: the user opens this address, the program only puts it together.
    import webbrowser
    from urllib.parse import urlencode

    query = urlencode([
        ('client_id', 'my-todos'),
        ('scope', 'openid profile'),
    ])
    webbrowser.open('http://localhost:4400/auth?' + query)"
  `)
})

it.each(SNIPPETS)('$title keeps credentials as they are when another header would come of them', ({ build }) => {
  const headers = [['authorization', 'Basic w6k6eA==']] as const
  expect(build({ method: 'GET', url: 'http://localhost/', headers })).toContain('Basic w6k6eA==')
})

it.each(SNIPPETS)('$title sends neither a fragment nor what HTTP itself needs', ({ build }) => {
  const headers = [['content-length', '7'] as const, ['Host', 'other'] as const]
  expect(build({ method: 'GET', url: 'http://localhost/a#b', headers })).not.toMatch(/#b|content-length|other/i)
})

function buildAll(draft: Draft, sender?: Sender): string {
  const requests = SNIPPETS.filter(({ id }) => id !== 'openid-client')
  return requests.map(({ build }) => build(draft, sender)).join('\n\n')
}
