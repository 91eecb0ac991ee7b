/** Answers as the examples of the specifications have them; nothing is sent anywhere. */
import { findHeader } from '../../model/headers.ts'
import { parseObject } from '../answer.ts'
import type { Answer, Arrival, Context, Draft, Step } from '../flow.ts'
import { buildArrival, buildTokens, json, land, readAsked, readParameter, SUBJECT } from './fake-answers.ts'
import { API, BACKEND, ISSUER, METADATA } from './fake-issuer.ts'

const RESOURCE_METADATA = `${ISSUER}/.well-known/oauth-protected-resource`
const REGISTRATION = `${ISSUER}/register/s6BhdRkqt3`

export interface World {
  answer(context: Context, step: Step, draft: Draft): Answer
  arrive(context: Context, draft: Draft): Arrival
}

/** Of a token endpoint or a UserInfo that answers every call alike. */
export function alwaysAnswering(...answers: readonly Answer[]): World {
  let count = 0
  return { ...createWorld(), answer: () => answers[Math.min(count++, answers.length - 1)] ?? json({}) }
}

/** Changes what one step is answered. */
export function answering(id: string, change: (answer: Answer) => Answer): World {
  const world = createWorld()
  return {
    ...world,
    answer: (context, step, draft) => {
      const answer = world.answer(context, step, draft)
      return step.id === id ? change(answer) : answer
    },
  }
}

/** Changes what the browser brings. */
export function arriving(changes: Readonly<Record<string, string | undefined>>): World {
  const world = createWorld()
  return {
    ...world,
    arrive(context, draft) {
      const arrival = world.arrive(context, draft)
      const merged = Object.entries({ ...arrival.parameters, ...changes })
      const parameters = merged.filter((pair): pair is [string, string] => pair[1] !== undefined)
      return { ...arrival, parameters: Object.fromEntries(parameters) }
    },
  }
}

export function createWorld(): World {
  const session = {
    used: new Set<string>(),
    alarm: false,
    deleted: false,
    signedOut: false,
    scope: '',
    count: 0,
    polls: 0,
  }
  const handlers: Readonly<Record<string, (context: Context, draft: Draft) => Answer>> = {
    [METADATA.token_endpoint]: answerToken,
    [METADATA.userinfo_endpoint]: () => json({ sub: SUBJECT, name: 'Jane Doe' }),
    [METADATA.pushed_authorization_request_endpoint]: push,
    [METADATA.device_authorization_endpoint]: startDevice,
    [METADATA.backchannel_authentication_endpoint]: startBackchannel,
    [METADATA.registration_endpoint]: register,
    [REGISTRATION]: manage,
    [RESOURCE_METADATA]: () => json({ resource: API.calls?.[0]?.url ?? '', authorization_servers: [ISSUER] }),
    [`${ISSUER}/.well-known/oauth-authorization-server`]: () =>
      json({ ...METADATA, code_challenge_methods_supported: ['S256'] }),
  }
  let pushed: Draft | undefined

  function push(_context: Context, draft: Draft): Answer {
    pushed = draft
    return json({ request_uri: 'urn:example:bwc4JK-ESC0w8acc191e-Y1LTC2', expires_in: 90 }, 201)
  }

  function startDevice(_context: Context, draft: Draft): Answer {
    remember(readParameter(draft, 'scope'))
    return json({
      device_code: 'GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS',
      user_code: 'WDJB-MJHT',
      verification_uri: `${ISSUER}/device`,
      verification_uri_complete: `${ISSUER}/device?user_code=WDJB-MJHT`,
      expires_in: 1800,
      interval: 5,
    })
  }

  function startBackchannel(_context: Context, draft: Draft): Answer {
    remember(readParameter(draft, 'scope'))
    return json({ auth_req_id: '1c266114-a1be-4252-8ad1-04986c5b9ac1', expires_in: 120, interval: 5 })
  }

  function register({ redirect_uri }: Context, draft: Draft): Answer {
    const management = {
      registration_access_token: 'reg-23410913-abewfq.123483',
      registration_client_uri: REGISTRATION,
    }
    const client = {
      ...parseObject(draft.body ?? ''),
      client_id: 's6BhdRkqt3',
      client_secret: 'cf136dc3c1fc93f31185e5885805d',
    }
    return json({ ...client, ...management, redirect_uris: [redirect_uri] }, 201)
  }

  function manage(_context: Context, draft: Draft): Answer {
    if (session.deleted) return json({ error: 'invalid_token' }, 401)
    session.deleted = draft.method === 'DELETE'
    if (session.deleted) return { status: 204, statusText: '', headers: [], body: '' }
    return json({ ...parseObject(draft.body ?? '{}'), client_id: 's6BhdRkqt3' })
  }

  function answerToken(context: Context, draft: Draft): Answer {
    const grant = readParameter(draft, 'grant_type') ?? ''
    if (/device_code|ciba/.test(grant) && (session.polls += 1) < 3) {
      return json({ error: session.polls === 1 ? 'authorization_pending' : 'slow_down' }, 400)
    }
    const refresh_token = readParameter(draft, 'refresh_token')
    if (refresh_token !== undefined && (session.alarm || session.used.has(refresh_token))) {
      session.alarm = true
      return json({ error: 'invalid_grant' }, 400)
    }
    if (refresh_token !== undefined) session.used.add(refresh_token)
    session.count += 1
    remember(readParameter(draft, 'scope'))
    return json(buildTokens(context, draft, session))
  }

  function callApi(draft: Draft): Answer {
    const scope = API.calls?.find(({ url }) => url === draft.url)?.scope ?? ''
    const challenge = `Bearer resource_metadata="${RESOURCE_METADATA}"`
    if (findHeader(draft.headers, 'authorization') === undefined)
      return json({}, 401, [['www-authenticate', challenge]])
    if (session.alarm) return json({ error: 'invalid_token' }, 401)
    return session.scope.split(' ').includes(scope) ? json({ items: [] }) : json({ error: 'insufficient_scope' }, 403)
  }

  function answerBackend({ method, url, headers }: Draft): Answer {
    const has = (name: string) => findHeader(headers, name) !== undefined
    if (method === 'POST') {
      const cookie = 'session=31d4d96e407aad42; HttpOnly; SameSite=Strict'
      return json({ csrf_token: 'bq7Hj' }, 201, [['set-cookie', cookie]])
    }
    if (session.deleted) return json({}, 401)
    if (!url.endsWith('/session') && !has('x-csrf-token')) return json({}, 403)
    session.deleted = method === 'DELETE'
    return method === 'DELETE' ? { status: 204, statusText: '', headers: [], body: '' } : json({ items: [] })
  }

  function remember(scope: string | undefined): void {
    if (scope !== undefined) session.scope = scope
  }

  return {
    answer(context, _step, draft) {
      if (draft.url.startsWith(BACKEND)) return answerBackend(draft)
      return (handlers[draft.url] ?? ((_, sent) => callApi(sent)))(context, draft)
    },
    arrive(context, draft) {
      const asked = readAsked(draft, pushed)
      remember(asked['scope'])
      if (draft.url.startsWith(METADATA.end_session_endpoint)) {
        session.signedOut = true
        return land('query', { state: asked['state'] ?? '' })
      }
      return session.signedOut
        ? land('query', { error: 'login_required', state: asked['state'] ?? '' })
        : buildArrival(context, asked)
    },
  }
}
