import { basic, get, post } from '../draft.ts'
import { SECRET } from '../fuzz-clients.ts'
import { requestObjectParts, signJwt } from '../signer.ts'
import { AUTHORIZATION, assertionFor, HTML, PARAMS, RAR, type Recipe } from './parts.ts'

function authorize(params: Readonly<Record<string, string>>): Recipe['make'] {
  return ({ session }) => get('/authorize', { ...AUTHORIZATION, ...params }, { ...HTML, cookie: session })
}

export const AUTHORIZATION_RECIPES: readonly Recipe[] = [
  ...['code', 'none', 'token', 'id_token', 'id_token token', 'code id_token', 'code token', 'code id_token token'].map(
    (response_type) => ({
      name: `authorize ${response_type}`,
      status: 303,
      make: authorize({ response_type }),
    }),
  ),
  ...['query', 'fragment', 'form_post', 'jwt', 'query.jwt', 'fragment.jwt', 'form_post.jwt'].map((response_mode) => ({
    name: `authorize by ${response_mode}`,
    status: response_mode.startsWith('form_post') ? 200 : 303,
    make: authorize({ response_mode }),
  })),
  { name: 'authorize with details', status: 303, make: authorize({ authorization_details: RAR, prompt: 'consent' }) },
  {
    name: 'authorize silently',
    status: 303,
    make: ({ tokens, session }) =>
      get('/authorize', { ...AUTHORIZATION, prompt: 'none', id_token_hint: tokens.id_token }, { cookie: session }),
  },
  {
    name: 'authorize with a request object',
    status: 303,
    make: ({ program, session }) =>
      get(
        '/authorize',
        { client_id: 'all-skip', request: signJwt(requestObjectParts('all-skip', program.issuer, PARAMS)) },
        { ...HTML, cookie: session },
      ),
  },
  { name: 'authorize without a session', status: 303, make: () => get('/authorize', AUTHORIZATION, HTML) },
  {
    name: 'authorize by POST',
    status: 303,
    make: ({ session }) => post('/authorize', AUTHORIZATION, { cookie: session }),
  },
  {
    name: 'authorize what was pushed',
    status: 303,
    make: async ({ send, session }) => {
      const pushed = JSON.parse(
        (await send(post('/par', AUTHORIZATION, basic('all-skip', SECRET)))).body.toString(),
      ) as { request_uri: string }
      return get('/authorize', { client_id: 'all-skip', request_uri: pushed.request_uri }, { ...HTML, cookie: session })
    },
  },
  {
    name: 'resume',
    status: 400,
    make: ({ session }) => get('/authorize/abcdefghijklmnopqrstu', {}, { ...HTML, cookie: session }),
  },
  { name: 'push', status: 201, make: () => post('/par', AUTHORIZATION, basic('all-skip', SECRET)) },
  {
    name: 'push a request object',
    status: 201,
    make: (world) =>
      post('/par', {
        client_id: 'all-jwt',
        ...assertionFor('all-jwt', world),
        request: signJwt(requestObjectParts('all-jwt', world.program.issuer, PARAMS)),
      }),
  },
]
