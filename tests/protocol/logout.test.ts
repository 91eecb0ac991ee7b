import * as client from 'openid-client'
import { describe, expect, it } from 'vitest'

import { type Page, textOf, UserAgent } from '../support/user-agent.ts'
import { actionOf, formOf, responseOf, signIn, visit } from './browser.ts'
import { CALLBACK, useIssuer } from './support.ts'

const issuer = useIssuer()
const HOME = 'http://localhost:3000/'
const calendarApp = () => issuer.discover('calendar-app', 'calendar-app-secret')

function confirm(
  agent: UserAgent,
  page: Page,
  fields: Readonly<Record<string, string>> = { logout: 'yes' },
): Promise<Page> {
  return agent.submit(page, Object.entries({ ...formOf(page), ...fields }), actionOf(page))
}

async function isSignedIn(agent: UserAgent): Promise<boolean> {
  const landed = await visit(await calendarApp(), { scope: 'openid', prompt: 'none' }, {}, agent)
  return responseOf(landed)['code'] !== undefined
}

describe('logout by the application', () => {
  it('asks the person, ends the session, and goes back to the registered address with the state', async () => {
    const config = await calendarApp()
    const agent = new UserAgent()
    const { id_token = '' } = await signIn(config, { scope: 'openid' }, {}, agent)
    const url = client.buildEndSessionUrl(config, {
      post_logout_redirect_uri: HOME,
      id_token_hint: id_token,
      state: 'bye',
    })
    const page = await agent.open(url.href)
    expect(textOf(page.body)).toContain('Alice Adams is signed in')
    expect(await isSignedIn(agent)).toBe(true)
    const left = await confirm(agent, page)
    expect(left.url).toBe(`${HOME}?state=bye`)
    expect(await isSignedIn(agent)).toBe(false)
  })

  it('takes the client by its id where there is no ID token', async () => {
    const config = await calendarApp()
    const agent = new UserAgent()
    await signIn(config, { scope: 'openid' }, {}, agent)
    const url = client.buildEndSessionUrl(config, { post_logout_redirect_uri: HOME })
    expect(url.searchParams.get('client_id')).toBe('calendar-app')
    expect((await confirm(agent, await agent.open(url.href))).url).toBe(HOME)
  })

  it('ends on a page of the issuer where no address is named', async () => {
    const agent = new UserAgent()
    await signIn(await calendarApp(), { scope: 'openid' }, {}, agent)
    const done = await confirm(agent, await agent.open(`${issuer.url}/logout`))
    expect([done.status, textOf(done.body)]).toEqual([200, expect.stringContaining('You are signed out')])
    expect(await isSignedIn(agent)).toBe(false)
  })

  it('leaves the person signed in who says so', async () => {
    const agent = new UserAgent()
    await signIn(await calendarApp(), { scope: 'openid' }, {}, agent)
    await confirm(agent, await agent.open(`${issuer.url}/logout`), {})
    expect(textOf((await agent.open(`${issuer.url}/logout`)).body)).toContain('Alice Adams is signed in')
  })

  it('does not end a session by a form that is not its own', async () => {
    const agent = new UserAgent()
    await signIn(await calendarApp(), { scope: 'openid' }, {}, agent)
    const page = await agent.open(`${issuer.url}/logout`)
    const refused = await confirm(agent, page, { xsrf: 'forged', logout: 'yes' })
    expect(refused.status).toBe(400)
    expect(await isSignedIn(agent)).toBe(true)
  })

  it('comes by POST, too', async () => {
    const agent = new UserAgent()
    await signIn(await calendarApp(), { scope: 'openid' }, {}, agent)
    const body = new URLSearchParams({ client_id: 'calendar-app', post_logout_redirect_uri: HOME, state: 'posted' })
    const page = await agent.open(`${issuer.url}/logout`, { method: 'POST', body })
    expect((await confirm(agent, page)).url).toBe(`${HOME}?state=posted`)
  })

  it('takes the ID token of somebody who is not signed in here', async () => {
    const config = await calendarApp()
    const { id_token = '' } = await signIn(config, { scope: 'openid' })
    const url = client.buildEndSessionUrl(config, { post_logout_redirect_uri: HOME, id_token_hint: id_token })
    const agent = new UserAgent()
    const page = await agent.open(url.href)
    expect(page.status).toBe(200)
    expect((await confirm(agent, page)).url).toBe(HOME)
  })
})

describe('a request to log out that is wrong', () => {
  it('stops on a page that shows what was sent and what is registered', async () => {
    const query = new URLSearchParams({
      client_id: 'calendar-app',
      post_logout_redirect_uri: 'http://localhost:3000/bye',
    })
    const page = await new UserAgent().open(`${issuer.url}/logout?${query}`)
    expect([page.status, page.headers.get('location')]).toEqual([400, null])
    const text = textOf(page.body)
    for (const shown of ['CalendarApp may not go there', 'Sent', 'bye', 'Registered', HOME])
      expect(text).toContain(shown)
  })

  it('stops when the ID token is none', async () => {
    const query = new URLSearchParams({ post_logout_redirect_uri: HOME, id_token_hint: 'nonsense' })
    const page = await new UserAgent().open(`${issuer.url}/logout?${query}`)
    expect([page.status, page.headers.get('location')]).toEqual([400, null])
  })

  it('sends nobody to an address that comes without a client', async () => {
    const agent = new UserAgent()
    const page = await agent.open(
      `${issuer.url}/logout?${new URLSearchParams({ post_logout_redirect_uri: 'https://attacker.test/' })}`,
    )
    const done = await confirm(agent, page)
    expect([new URL(done.url).origin, done.headers.get('location')]).toEqual([issuer.url, null])
  })

  it('does not send people to the redirect address of a sign-in', async () => {
    const query = new URLSearchParams({ client_id: 'calendar-app', post_logout_redirect_uri: CALLBACK })
    expect((await new UserAgent().open(`${issuer.url}/logout?${query}`)).status).toBe(400)
  })
})
