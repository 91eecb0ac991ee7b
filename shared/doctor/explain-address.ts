/**
 * Whether an address is good for an application to name its issuer by, from what came of asking there. An issuer is named
 * to the letter (RFC 8414 section 3.3, OpenID Connect Discovery section 4.3), so most of what goes wrong is a letter.
 */
import { isLoopbackHost } from '#shared/oauth/loopback.ts'
import { type AddressDifference, checkAddresses } from '#shared/teach/compare-addresses.ts'

export interface AddressFacts {
  /** As the application has it. */
  readonly address: string
  /** Where its discovery document was asked for. */
  readonly discovery: string
  readonly answer:
    | { readonly kind: 'unreachable'; readonly why: string }
    | { readonly kind: 'redirect'; readonly status: number; readonly location: string }
    | { readonly kind: 'refused'; readonly status: number }
    | { readonly kind: 'no-document'; readonly contentType: string }
    | { readonly kind: 'document'; readonly issuer: string | undefined; readonly endpoints: readonly string[] }
  /** Whether a page of this origin may read it. */
  readonly browser: { readonly origin: string; readonly isAllowed: boolean }
  /** Of this program. */
  readonly own: { readonly issuer: string; readonly port: number }
}

export interface AddressFinding {
  readonly id: string
  readonly severity: 'good' | 'warn' | 'bad'
  readonly summary: string
  readonly explanation: string
  readonly remedy?: string
}

export function explainAddress(facts: AddressFacts): readonly AddressFinding[] {
  const found = [...explainAnswer(facts), ...explainBrowser(facts), ...explainInsecure(facts)]
  const isFine = found.every(({ severity }) => severity === 'good')
  return isFine ? [...found, fits(facts)] : found
}

function fits({ address }: AddressFacts): AddressFinding {
  return {
    id: 'fits',
    severity: 'good',
    summary: 'The address fits',
    explanation: `The document says that its issuer is ${address}, to the letter. Tokens will carry the same in iss.`,
  }
}

function explainAnswer(facts: AddressFacts): readonly AddressFinding[] {
  const { address, discovery, answer } = facts
  switch (answer.kind) {
    case 'unreachable':
      return [explainUnreachable(facts, answer.why)]
    case 'redirect':
      return [
        {
          id: 'redirect',
          severity: 'bad',
          summary: `It sends on with ${answer.status}`,
          explanation: `${discovery} leads to ${answer.location}. Many libraries do not follow, since an issuer has one address.`,
          remedy: `Name the address that it leads to, without what begins with /.well-known.`,
        },
      ]
    case 'refused':
      return [explainRefused(facts, answer.status)]
    case 'no-document':
      return [
        {
          id: 'no-document',
          severity: 'bad',
          summary: 'What answers is no issuer',
          explanation: `${discovery} answers with ${answer.contentType}, and a discovery document is a JSON object.`,
          remedy: 'Is it the port of the issuer, or that of an application or of the screens?',
        },
      ]
    case 'document':
      return answer.issuer === undefined
        ? [
            {
              id: 'no-issuer',
              severity: 'bad',
              summary: 'The document names no issuer',
              explanation: `${discovery} is JSON without the member issuer, so nobody can tell whose it is.`,
            },
          ]
        : [...explainMismatch(address, answer.issuer), ...explainEndpoints([address, answer.issuer], answer.endpoints)]
  }
}

function explainUnreachable({ address, own }: AddressFacts, why: string): AddressFinding {
  const isLoopback = isLoopbackHost(new URL(address).hostname)
  return {
    id: 'unreachable',
    severity: 'bad',
    summary: 'Nothing could be read there',
    explanation: why,
    remedy: isLoopback
      ? `Here the issuer is ${own.issuer}. From inside a container, localhost is the container itself: publish the port, or share the network of the host (--network host), so that the same address leads here from both sides.`
      : `This issuer listens on this machine alone, on port ${own.port}. For any other name something has to stand in front (a proxy, a published port), and the program has to be told: --issuer ${originOf(address)}.`,
  }
}

function explainRefused({ address, discovery, own }: AddressFacts, status: number): AddressFinding {
  const base = { severity: 'bad' as const, summary: `It answers with ${status}` }
  if (status === 421) {
    return {
      ...base,
      id: 'host',
      explanation:
        'The issuer is reached, under a name that it does not know as its own. It answers its own names only, so that no page on the internet can reach it under one of theirs.',
      remedy: `Use ${own.issuer}, or start with --issuer ${originOf(address)} when a proxy or a container gives it that name.`,
    }
  }
  if (status === 404) {
    return {
      ...base,
      id: 'path',
      explanation: `There is nothing at ${discovery}. Something answers, and the path is not the issuer's.`,
      remedy:
        new URL(address).pathname === '/'
          ? 'Is it the port of the issuer? A proxy that puts it below a path wants that path in the address.'
          : `Leave the path out, or, when a proxy puts the issuer below it, start with --issuer ${address} and let the proxy hand the path on.`,
    }
  }
  return {
    ...base,
    id: 'status',
    explanation: `${discovery} has to answer 200 with the document.`,
    ...(status >= 500 && { remedy: 'Does what stands in front reach the issuer? A 502 or 504 is the proxy’s own.' }),
  }
}

type Explain = (used: string, issuer: string) => Pick<AddressFinding, 'explanation' | 'remedy'>

const useIts = (issuer: string) => `Configure the application with ${issuer}, letter by letter.`

const MISMATCHES: Readonly<Partial<Record<AddressDifference, Explain>>> = {
  'slash-added': (_used, issuer) => ({
    explanation:
      'The address has a slash at the end that the issuer’s own name does not have. Libraries compare letters.',
    remedy: `Leave it out: ${issuer}`,
  }),
  'slash-missing': (_used, issuer) => ({
    explanation: 'The issuer’s own name ends in a slash, and the address does not. Libraries compare letters.',
    remedy: `Add it: ${issuer}`,
  }),
  'loopback-name': (used, issuer) => ({
    explanation: `${hostOf(used)} and ${hostOf(issuer)} are the same machine, and two names. To a browser they are two sites with cookies of their own, and to a library two issuers.`,
    remedy: `${useIts(issuer)} Or start the program with --issuer ${originOf(used)}.`,
  }),
  scheme: (used, issuer) => ({
    explanation: `The address begins with ${schemeOf(used)}, and the issuer calls itself ${schemeOf(issuer)}. Behind a proxy that ends TLS it has to be told its public address.`,
    remedy: `Start it with --issuer ${originOf(used)}, or use ${issuer}.`,
  }),
  port: (used, issuer) => ({
    explanation: `It was reached on port ${portOf(used)} and calls itself ${issuer}: a published port of a container or a proxy leads there.`,
    remedy: `Publish the port under its own number, or start with --issuer ${originOf(used)}.`,
  }),
  host: (used, issuer) => ({
    explanation: `It was reached as ${hostOf(used)} and calls itself ${hostOf(issuer)}. Something leads there under another name.`,
    remedy: `Start it with --issuer ${originOf(used)}, so that both sides know it by one name.`,
  }),
  path: (used, issuer) => ({
    explanation:
      'The path of the address is not that of the issuer’s name. Behind a proxy the path is part of the name.',
    remedy: `${useIts(issuer)} Or start it with --issuer ${used}.`,
  }),
}

function explainMismatch(address: string, issuer: string): readonly AddressFinding[] {
  return checkAddresses(address, issuer).map((difference) => {
    const explain = MISMATCHES[difference] ?? MISMATCHES.path
    const said = explain?.(address, issuer) ?? { explanation: '' }
    return { id: difference, severity: 'bad', summary: `It calls itself ${issuer}`, ...said }
  })
}

function explainEndpoints(known: readonly string[], endpoints: readonly string[]): readonly AddressFinding[] {
  const homes = new Set(known.map(originOf))
  const elsewhere = [...new Set(endpoints.map(originOf))].filter((origin) => !homes.has(origin))
  if (elsewhere.length === 0) return []
  return [
    {
      id: 'endpoints',
      severity: 'warn',
      summary: 'Its endpoints are elsewhere',
      explanation: `The document leads to ${elsewhere.join(' and ')}, which has to be reachable from the application and from the browser, too.`,
    },
  ]
}

function explainBrowser({ answer, browser: { origin, isAllowed } }: AddressFacts): readonly AddressFinding[] {
  if (answer.kind !== 'document' || isAllowed) return []
  return [
    {
      id: 'cors',
      severity: 'warn',
      summary: 'A page may not read it',
      explanation: `A browser would keep the answer from a page of ${origin} (CORS). A server-side application does not notice.`,
      remedy:
        'Here pages on this machine may read it, and those of whose origin a redirect address is registered. A proxy in front must hand on Origin and the headers of the answer.',
    },
  ]
}

function explainInsecure({ address, answer }: AddressFacts): readonly AddressFinding[] {
  const { protocol, hostname } = new URL(address)
  if (answer.kind !== 'document' || protocol === 'https:' || isLoopbackHost(hostname)) return []
  return [
    {
      id: 'insecure',
      severity: 'warn',
      summary: 'Plain http, and not this machine',
      explanation:
        'Browsers trust http on localhost alone: elsewhere a page has no crypto.subtle, so that PKCE fails in it, and many libraries refuse the issuer.',
      remedy: 'Put https in front, or reach it as localhost.',
    },
  ]
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : address
}

function hostOf(address: string): string {
  return new URL(address).hostname
}

function schemeOf(address: string): string {
  return new URL(address).protocol.slice(0, -1)
}

function portOf(address: string): string {
  const { port, protocol } = new URL(address)
  return port || (protocol === 'https:' ? '443' : '80')
}
