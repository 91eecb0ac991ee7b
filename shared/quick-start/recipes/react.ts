import { writeString } from '../../flows/code/literals.ts'
import type { AppFacts } from '../facts.ts'
import { firstOf, hasExtras, isConfidential, isNative, lacksCode, lacksOpenid } from '../misfits.ts'
import type { BuiltCode, Recipe } from '../quick-start.ts'
import { escapeMarkup, lines } from '../write/text.ts'

export const react: Recipe = {
  id: 'react',
  title: 'React with oidc-client-ts',
  summary: 'A single-page application with Vite: sign-in by code and PKCE, tokens in the tab alone.',
  misfit: firstOf(lacksCode, isNative, isConfidential, lacksOpenid, hasExtras),
  build,
}

function build(facts: AppFacts): BuiltCode {
  const redirect = facts.chooseRedirect({ usual: 'http://localhost:5173/callback' })
  const { origin } = new URL(redirect.uri)
  return {
    files: [
      { path: 'package.json', language: 'json', code: PACKAGE },
      { path: 'vite.config.js', language: 'javascript', code: writeConfig(redirect.uri) },
      { path: 'index.html', language: 'text', code: writePage(facts) },
      { path: 'src/auth.js', language: 'javascript', code: writeAuth(facts, redirect.uri) },
      { path: 'src/main.jsx', language: 'javascript', code: writeMain(facts) },
    ],
    install: 'npm install',
    run: 'npm run dev',
    opens: `${origin}/`,
    redirect,
  }
}

const PACKAGE = `${JSON.stringify(
  {
    private: true,
    type: 'module',
    scripts: { dev: 'vite', build: 'vite build' },
    dependencies: { 'oidc-client-ts': '^3.5.0', react: '^19.0.0', 'react-dom': '^19.0.0' },
    devDependencies: { '@vitejs/plugin-react': '^6.0.0', vite: '^8.0.0' },
  },
  undefined,
  2,
)}\n`

function writeConfig(redirect_uri: string): string {
  const { port, hostname } = new URL(redirect_uri)
  return lines(
    `import react from '@vitejs/plugin-react'`,
    `import { defineConfig } from 'vite'`,
    '',
    'export default defineConfig({',
    '  plugins: [react()],',
    '  // The redirect address names the port, so no other will do.',
    `  server: { host: ${writeString(hostname.replaceAll(/[[\]]/g, ''))}, port: ${port || '80'}, strictPort: true },`,
    '})',
  )
}

function writePage({ name }: AppFacts): string {
  return lines(
    '<!doctype html>',
    '<html lang="en">',
    '  <head>',
    '    <meta charset="utf-8" />',
    `    <title>${escapeMarkup(name)}</title>`,
    '    <link rel="icon" href="data:," />',
    '  </head>',
    '  <body>',
    '    <div id="root"></div>',
    '    <script type="module" src="/src/main.jsx"></script>',
    '  </body>',
    '</html>',
  )
}

function writeAuth({ issuer, client_id, scope, api, findPostLogout }: AppFacts, redirect_uri: string): string {
  const postLogout = findPostLogout(redirect_uri)
  return lines(
    `import { UserManager } from 'oidc-client-ts'`,
    '',
    'export const auth = new UserManager({',
    `  authority: ${writeString(issuer)},`,
    `  client_id: ${writeString(client_id)},`,
    `  redirect_uri: ${writeString(redirect_uri)},`,
    postLogout !== undefined && `  post_logout_redirect_uri: ${writeString(postLogout)},`,
    `  scope: ${writeString(scope.join(' '))},`,
    api !== undefined && ['  // Whom the access token is for.', `  resource: ${writeString(api.identifier)},`],
    '})',
  )
}

function writeMain({ call }: AppFacts): string {
  const hasCall = call !== undefined
  return lines(
    `import { useState } from 'react'`,
    `import { createRoot } from 'react-dom/client'`,
    `import { auth } from './auth.js'`,
    '',
    'function App({ user, trouble }) {',
    hasCall && '  const [answer, setAnswer] = useState()',
    '  const [problem, setProblem] = useState(trouble)',
    '  const attempt = (action) => () => action().catch((error) => setProblem(error.message))',
    '',
    hasCall && callFunction(call.url),
    '  if (!user) {',
    '    return (',
    '      <main>',
    '        {problem && <p role="alert">{problem}</p>}',
    '        <button onClick={attempt(() => auth.signinRedirect())}>Sign in</button>',
    '      </main>',
    '    )',
    '  }',
    '  return (',
    '    <main>',
    '      <h1>Hello, {user.profile.name ?? user.profile.sub}</h1>',
    '      {problem && <p role="alert">{problem}</p>}',
    '      <pre>{JSON.stringify(user.profile, null, 2)}</pre>',
    hasCall && '      <button onClick={attempt(callApi)}>Call the API</button>',
    hasCall && '      {answer && <pre role="status">{answer}</pre>}',
    '      <button onClick={attempt(() => auth.signoutRedirect())}>Sign out</button>',
    '    </main>',
    '  )',
    '}',
    '',
    '/** Back from the issuer, the answer stands in the address: it is taken once, and leaves the address. */',
    'async function takeAnswer() {',
    `  if (!new URLSearchParams(location.search).has('state')) return undefined`,
    '  try {',
    '    await auth.signinCallback()',
    '  } catch (error) {',
    '    return error.message',
    '  } finally {',
    `    history.replaceState(null, '', '/')`,
    '  }',
    '}',
    '',
    'const trouble = await takeAnswer()',
    `createRoot(document.getElementById('root')).render(<App user={await auth.getUser()} trouble={trouble} />)`,
  )
}

function callFunction(url: string): readonly string[] {
  return [
    '  async function callApi() {',
    `    const response = await fetch(${writeString(url)}, {`,
    '      headers: { authorization: `Bearer ${user.access_token}` },',
    '    })',
    '    setAnswer(`${response.status} ${await response.text()}`)',
    '  }',
    '',
  ]
}
