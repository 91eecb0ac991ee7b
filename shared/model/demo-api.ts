/** The APIs that come with the program, each under `/apis/NAME` of the issuer. */
export const DEMO_APIS = [
  { name: 'organizer', identifier: 'https://organizer.test/api' },
  { name: 'world-mappers', identifier: 'https://world-mappers.test/api' },
  { name: 'photobox', identifier: 'https://photobox.test/api' },
  { name: 'agents', identifier: 'https://agents.test/mcp' },
] as const

export type DemoApiName = (typeof DEMO_APIS)[number]['name']

/** The address at which a demo API is served; also an identifier that its tokens may carry (RFC 9728). */
export function demoApiAddress(issuer: string, name: DemoApiName): string {
  return `${issuer.replace(/\/$/, '')}/apis/${name}`
}

/**
 * A demo API may be named by its identifier or, as protected-resource metadata has it, by its address or any
 * address below it. Gives the identifier that the name stands for; any other name is given back as it came.
 */
export function canonicalResource(issuer: string, resource: string): string {
  for (const { name, identifier } of DEMO_APIS) {
    const address = demoApiAddress(issuer, name)
    if (resource === address || resource.startsWith(`${address}/`)) return identifier
  }
  return resource
}
