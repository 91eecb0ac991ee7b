import type { AppFacts } from '../facts.ts'
import { firstOf, hasExtras, isNative, isPublic, lacksCode, lacksOpenid, needsSecret } from '../misfits.ts'
import type { BuiltCode, Recipe } from '../quick-start.ts'
import { secretFile } from '../write/env-file.ts'
import { lines, writeText } from '../write/text.ts'

export const authlib: Recipe = {
  id: 'authlib',
  title: 'Python with Authlib',
  summary: 'Flask: pages from a server, sign-in by code and PKCE.',
  misfit: firstOf(lacksCode, isNative, isPublic, lacksOpenid, needsSecret, hasExtras),
  build,
}

function build(facts: AppFacts): BuiltCode {
  const redirect = facts.chooseRedirect({ usual: 'http://localhost:5000/callback' })
  return {
    files: [...secretFile(facts), { path: 'app.py', language: 'python', code: write(facts, redirect.uri) }],
    install: 'python3 -m venv .venv && .venv/bin/pip install flask authlib requests',
    run: 'set -a; . ./.env; set +a; .venv/bin/python app.py',
    opens: `${new URL(redirect.uri).origin}/`,
    redirect,
  }
}

function write(facts: AppFacts, redirect_uri: string): string {
  const { issuer, client_id, method, scope, api, call } = facts
  const { hostname, port, pathname } = new URL(redirect_uri)
  return lines(
    'import os',
    'import secrets',
    '',
    'from authlib.integrations.flask_client import OAuth',
    'from flask import Flask, jsonify, redirect, session',
    '',
    `REDIRECT_URI = ${writeText(redirect_uri)}`,
    '',
    'app = Flask(__name__)',
    'app.secret_key = secrets.token_bytes(32)',
    '# Cookies are the same for all ports of a host, so each application needs a name of its own.',
    `app.config["SESSION_COOKIE_NAME"] = ${writeText(`session-${port || '80'}`)}`,
    '',
    'oauth = OAuth(app)',
    'oauth.register(',
    '    name="valetkey",',
    `    client_id=${writeText(client_id)},`,
    '    client_secret=os.environ["CLIENT_SECRET"],',
    `    server_metadata_url=${writeText(`${issuer}/.well-known/openid-configuration`)},`,
    '    client_kwargs={',
    `        "scope": ${writeText(scope.join(' '))},`,
    '        "code_challenge_method": "S256",',
    `        "token_endpoint_auth_method": ${writeText(method)},`,
    '    },',
    ')',
    '',
    '',
    '@app.get("/")',
    'def home():',
    '    user = session.get("user")',
    `    return jsonify(user) if user else '<a href="/login">Sign in</a>'`,
    '',
    '',
    '@app.get("/login")',
    'def login():',
    api === undefined
      ? '    return oauth.valetkey.authorize_redirect(REDIRECT_URI)'
      : [
          '    # Whom the access token is for.',
          `    return oauth.valetkey.authorize_redirect(REDIRECT_URI, resource=${writeText(api.identifier)})`,
        ],
    '',
    '',
    `@app.get(${writeText(pathname)})`,
    'def callback():',
    '    token = oauth.valetkey.authorize_access_token()',
    '    session["user"] = dict(token["userinfo"])',
    call !== undefined && [
      `    # ${call.title}`,
      `    answer = oauth.valetkey.get(${writeText(call.url)}, token=token)`,
      '    print(answer.status_code, answer.text)',
    ],
    '    return redirect("/")',
    '',
    '',
    'app.run(',
    `    host=${writeText(hostname.replaceAll(/[[\]]/g, ''))},`,
    `    port=${port || '80'},`,
    ')',
  )
}
