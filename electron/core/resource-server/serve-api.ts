import type { Context, Hono } from 'hono'
import { demoApiAddress } from '#shared/model/demo-api.ts'
import { addressOf, identifierOf, metadataAddressOf } from './addresses.ts'
import { resourceOf } from './describe-api.ts'
import { HttpProblem } from './http/problem.ts'
import { readJson } from './http/read-json.ts'
import type { Call, DemoApi, Operation } from './operation.ts'
import { assertScope } from './token/check-token.ts'
import type { TokenGuard } from './token/check-token.ts'

/** Puts an API's table into the app. Each request goes: allowed at all, token, scope, operation. */
export function serveApi(app: Hono, api: DemoApi, issuer: string, guard: TokenGuard): void {
  const root = `/apis/${api.name}`
  for (const [path, operations] of Map.groupBy(api.operations, (operation) => operation.path)) {
    for (const operation of operations) {
      app.on(operation.method, `${root}${path}`, async (context) => {
        const call = await admit(context, api, issuer, guard)
        if (operation.scope !== undefined) call.assertScope(operation.scope)
        return operation.handle(call)
      })
    }
    app.all(`${root}${path}`, (context) => refuseMethod(context, operations))
  }
}

async function admit(context: Context, api: DemoApi, issuer: string, guard: TokenGuard): Promise<Call> {
  const request = context.req.raw
  api.assertAllowed?.(request)
  const address = demoApiAddress(issuer, api.name)
  const token = await guard({
    request,
    audience: { issuer, identifier: identifierOf(api.name), address },
    publicAddress: addressOf(issuer, new URL(request.url).pathname),
    metadataAddress: metadataAddressOf(issuer, resourceOf(api)),
  })
  return {
    context,
    request,
    token,
    address,
    assertScope: (scope) => assertScope(token, scope),
    json: (schema) => readJson(request, schema),
  }
}

function refuseMethod(context: Context, operations: readonly Pick<Operation, 'method'>[]): Response {
  const { method } = context.req
  const allow = listMethods(operations.map((operation) => operation.method))
  if (method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } })
  throw methodNotAllowed(method, allow)
}

export function methodNotAllowed(method: string, allow: string): HttpProblem {
  return new HttpProblem(405, 'No such method here', `${method} is not offered here; ${allow} are.`, {
    headers: { allow },
  })
}

function listMethods(methods: readonly string[]): string {
  return methods
    .flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    .concat('OPTIONS')
    .join(', ')
}
