import type { AppFacts } from '../facts.ts'
import { firstOf, hasExtras, isNative, isPublic, lacksCode, lacksOpenid, needsSecret } from '../misfits.ts'
import type { BuiltCode, Recipe } from '../quick-start.ts'
import { secretFile } from '../write/env-file.ts'
import { lines, writeText } from '../write/text.ts'

const CALLBACK = '/api/auth/callback/valetkey'

export const next: Recipe = {
  id: 'next',
  title: 'Next.js with Auth.js',
  summary: 'App router, Auth.js 5 (next-auth@beta): sign-in on the server, a session in a cookie.',
  misfit: firstOf(lacksCode, isNative, isPublic, lacksOpenid, needsSecret, hasExtras),
  build,
}

function build(facts: AppFacts): BuiltCode {
  const redirect = facts.chooseRedirect({ usual: `http://localhost:3000${CALLBACK}`, path: CALLBACK })
  const { origin, port } = new URL(redirect.uri)
  return {
    files: [
      ...secretFile(facts, { path: '.env.local', name: 'AUTH_VALETKEY_SECRET' }),
      { path: 'auth.ts', language: 'javascript', code: writeAuth(facts) },
      { path: 'app/api/auth/[...nextauth]/route.ts', language: 'javascript', code: ROUTE },
      { path: 'app/page.tsx', language: 'javascript', code: PAGE },
    ],
    install: lines(
      '# In a project that create-next-app made: npx create-next-app@latest my-app --ts --app --no-src-dir',
      'npm install next-auth@beta',
      'npx auth secret',
    ).trimEnd(),
    run: `npx next dev -p ${port || '80'}`,
    opens: `${origin}/`,
    redirect,
  }
}

function writeAuth({ issuer, client_id, method, scope, api }: AppFacts): string {
  return lines(
    `import NextAuth from 'next-auth'`,
    '',
    'export const { handlers, auth, signIn, signOut } = NextAuth({',
    '  providers: [',
    '    {',
    `      id: 'valetkey',`,
    `      name: 'Valet Key',`,
    `      type: 'oidc',`,
    `      issuer: ${writeText(issuer)},`,
    `      clientId: ${writeText(client_id)},`,
    '      clientSecret: process.env.AUTH_VALETKEY_SECRET,',
    `      client: { token_endpoint_auth_method: ${writeText(method)} },`,
    `      checks: ['pkce', 'state', 'nonce'],`,
    '      authorization: {',
    '        params: {',
    `          scope: ${writeText(scope.join(' '))},`,
    api !== undefined && [
      '          // Whom the access token is for.',
      `          resource: ${writeText(api.identifier)},`,
    ],
    '        },',
    '      },',
    '    },',
    '  ],',
    '  callbacks: {',
    '    // Kept in the encrypted cookie of the session: the browser does not see it.',
    '    jwt({ token, account }) {',
    '      return account ? { ...token, access_token: account.access_token } : token',
    '    },',
    '  },',
    '})',
  )
}

const ROUTE = lines(`import { handlers } from '@/auth'`, '', 'export const { GET, POST } = handlers')

const PAGE = lines(
  `import { auth, signIn, signOut } from '@/auth'`,
  '',
  'export default async function Page() {',
  '  const session = await auth()',
  '  if (!session) {',
  '    return (',
  '      <form',
  '        action={async () => {',
  `          'use server'`,
  `          await signIn('valetkey')`,
  '        }}',
  '      >',
  '        <button>Sign in</button>',
  '      </form>',
  '    )',
  '  }',
  '  return (',
  '    <main>',
  '      <h1>Hello, {session.user?.name}</h1>',
  '      <pre>{JSON.stringify(session, null, 2)}</pre>',
  '      <form',
  '        action={async () => {',
  `          'use server'`,
  '          await signOut()',
  '        }}',
  '      >',
  '        <button>Sign out</button>',
  '      </form>',
  '    </main>',
  '  )',
  '}',
)
