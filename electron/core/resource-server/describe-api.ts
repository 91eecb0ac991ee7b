import { demoApiAddress } from '#shared/model/demo-api.ts'
import type { Api } from '#shared/model/api.ts'
import { addressOf, identifierOf, metadataAddressOf } from './addresses.ts'
import type { DemoApi, Operation } from './operation.ts'

/** What `GET /apis/NAME` says, to anyone: which operations there are and which scope each one needs. */
export function describeApi(issuer: string, api: DemoApi, registered: readonly Api[]) {
  const record = findRecord(api, registered)
  return {
    ...summarizeApi(issuer, api, registered),
    scopes: api.scopes.map((name) => describeScope(name, record)),
    operations: api.operations.map((operation) => describeOperation(issuer, api, operation)),
    ...api.about,
  }
}

export function summarizeApi(issuer: string, api: DemoApi, registered: readonly Api[]) {
  return {
    name: api.name,
    title: findRecord(api, registered)?.name ?? api.title,
    identifier: identifierOf(api.name),
    address: demoApiAddress(issuer, api.name),
    resource_metadata: metadataAddressOf(issuer, resourceOf(api)),
  }
}

/** Path of the protected resource as its clients know it. */
export function resourceOf(api: DemoApi): string {
  return `/apis/${api.name}${api.resourcePath ?? ''}`
}

/** What the issuer knows of the API: its name and its scopes' descriptions can be edited there. */
export function findRecord(api: DemoApi, registered: readonly Api[]): Api | undefined {
  return registered.find(({ identifier }) => identifier === identifierOf(api.name))
}

/** The operations as lines that a person can read, for messages. */
export function listOperations(api: DemoApi): readonly string[] {
  return api.operations.map(({ method, path }) => `${method} /apis/${api.name}${path}`)
}

function describeScope(name: string, record: Api | undefined) {
  return { name, description: record?.scopes.find((scope) => scope.name === name)?.description }
}

function describeOperation(issuer: string, api: DemoApi, { method, path, scope, summary }: Operation) {
  const address = addressOf(issuer, `/apis/${api.name}${path}`)
  return { method, address, scope, summary }
}
