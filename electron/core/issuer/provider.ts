import { Provider } from 'oidc-provider'

import { adapt } from './adaptations/adapt.ts'
import { createCookieSignatures } from './adaptations/cookie-signatures.ts'
import { createJwtAccessTokens } from './adaptations/jwt-access-tokens.ts'
import { type Annotate, annotateErrors, annotateExchanges } from './annotate.ts'
import { buildConfiguration, type ConfigurationOptions } from './configuration/build-configuration.ts'
import { registerGrants } from './grants/index.ts'
import { createInteractionRouter } from './interactions/router.ts'
import type { SignInLinks } from './interactions/sign-in-links.ts'
import { acceptUnencodedSecrets } from './middleware/basic-credentials.ts'
import { tellTrueCookieTimes } from './middleware/cookie-times.ts'
import { createCors } from './middleware/cors.ts'
import { completeDiscovery } from './middleware/discovery.ts'
import { answerWhenDurable } from './middleware/durable.ts'
import { leaveEmptyBodyUntyped } from './middleware/empty-body.ts'
import { createNotFound } from './middleware/not-found.ts'
import { createPostAsGet } from './middleware/post-as-get.ts'
import { resumeWithoutQuery } from './middleware/resume-without-query.ts'
import { createSecurityHeaders } from './middleware/security-headers.ts'
import { explainSwitchedOff } from './middleware/switched-off.ts'
import { createOutgoingFetch } from './outgoing-fetch.ts'
import { type ReportFailure, reportFailures } from './report-failures.ts'

export interface ProviderOptions extends ConfigurationOptions {
  readonly frameAncestors: readonly string[]
  readonly behindProxy: boolean
  readonly now: () => number
  readonly signInLinks: SignInLinks
  readonly annotate: Annotate
  readonly onServerError: ReportFailure
}

/** One oidc-provider with all that makes it this issuer. Built anew whenever what it was built from has changed. */
export function buildProvider(options: ProviderOptions): Provider {
  const { store, issuer, clients } = options
  const provider = new Provider(issuer, buildConfiguration(options))
  provider.silent = true
  provider.keys = createCookieSignatures(options.cookieKeys)
  provider.proxy = options.behindProxy

  const jwtAccessTokens = createJwtAccessTokens(store, issuer)
  adapt(provider, { store, clients, jwtAccessTokens, screens: options.screens })
  registerGrants({ provider, store, jwtAccessTokens, fetch: createOutgoingFetch(store, options.fetch) })

  provider.use(annotateExchanges(options.annotate))
  provider.use(answerWhenDurable(store))
  provider.use(leaveEmptyBodyUntyped)
  provider.use(tellTrueCookieTimes(store))
  provider.use(createSecurityHeaders(options.frameAncestors))
  provider.use(createCors(store))
  provider.use(completeDiscovery(store))
  provider.use(createNotFound(options.showPage, issuer))
  provider.use(explainSwitchedOff({ provider, features: store.settings.get().features, showPage: options.showPage }))
  provider.use(createPostAsGet(issuer))
  provider.use(resumeWithoutQuery)
  provider.use(acceptUnencodedSecrets((id) => clients.find(id)))
  provider.use(createInteractionRouter({ ...options, provider }))

  annotateErrors(provider, options.annotate)
  reportFailures(provider, options.onServerError)
  return provider
}
