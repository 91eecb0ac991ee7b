import type { AuthorizationDetail, Grant } from 'oidc-provider'

import { describeOidcScope, isOidcScope } from '#shared/oauth/scope.ts'

import { findApi } from '../configuration/resources.ts'
import { finish, type PromptHandler, type PromptRequest, refuse } from './interaction.ts'
import type { ScopeChoice } from './pages/page.ts'
import { accountView, clientView } from './views.ts'

/** What oidc-provider's consent prompt found missing. */
interface Missing {
  readonly missingOIDCScope?: readonly string[]
  readonly missingOIDCClaims?: readonly string[]
  readonly missingResourceScopes?: Readonly<Record<string, readonly string[]>>
  readonly rar?: readonly AuthorizationDetail[]
}

export const consent: PromptHandler = {
  show: (request) => showConsent(request),
  async submit(request, form) {
    if (form.get('action') !== 'allow') return refuse(request, 'the user denied the request')
    const grant = await openGrant(request)
    applyChoices(grant, request, new Set(form.getAll('scope')))
    return finish(request, { consent: { grantId: await grant.save() } })
  },
}

function showConsent(request: PromptRequest): Promise<void> {
  const { ctx, store, client, interaction, showPage } = request
  const { missingOIDCClaims = [], rar = [] } = missing(request)
  return showPage(ctx, {
    kind: 'consent',
    client: clientView(client),
    user: accountView(store, accountId(request)),
    scopes: listChoices(request),
    claims: missingOIDCClaims,
    authorizationDetails: rar,
    redirectUri:
      typeof interaction.params['redirect_uri'] === 'string' ? interaction.params['redirect_uri'] : undefined,
  })
}

/** A scope of OpenID Connect that is asked for an API too is one question to the person, not two. */
function listChoices(request: PromptRequest): ScopeChoice[] {
  const { missingOIDCScope = [], missingResourceScopes = {} } = missing(request)
  const oidc = missingOIDCScope.map((name) => ({
    key: name,
    name,
    description: describeOidcScope(name) ?? name,
    required: name === 'openid',
  }))
  const ofApis = Object.entries(missingResourceScopes).flatMap(([resource, names]) => {
    const api = findApi(request.store, request.provider.issuer, resource)
    return names
      .filter((name) => !isOidcScope(name))
      .map((name) => ({
        key: choiceKey(resource, name),
        name,
        description: api.scopes.find((scope) => scope.name === name)?.description ?? name,
        api: { name: api.name, identifier: resource },
        required: false,
      }))
  })
  return [...oidc, ...ofApis]
}

function applyChoices(grant: Grant, request: PromptRequest, chosen: ReadonlySet<string>): void {
  const { missingOIDCScope = [], missingOIDCClaims = [], missingResourceScopes = {}, rar = [] } = missing(request)
  const asked = new Set(missingOIDCScope)
  const refused = (scope: string) => asked.has(scope) && scope !== 'openid' && !chosen.has(scope)

  for (const scope of missingOIDCScope) {
    if (refused(scope)) grant.rejectOIDCScope(scope)
    else grant.addOIDCScope(scope)
  }
  for (const [resource, scopes] of Object.entries(missingResourceScopes)) {
    for (const scope of scopes) {
      const allowed = isOidcScope(scope) ? !refused(scope) : chosen.has(choiceKey(resource, scope))
      if (allowed) grant.addResourceScope(resource, scope)
      else grant.rejectResourceScope(resource, scope)
    }
  }
  grant.addOIDCClaims([...missingOIDCClaims])
  for (const detail of rar) grant.addRar(detail)
}

async function openGrant(request: PromptRequest): Promise<Grant> {
  const { provider, interaction, client } = request
  const { Grant } = provider
  const existing = interaction.grantId === undefined ? undefined : await findGrant(request, interaction.grantId)
  return existing ?? new Grant({ accountId: accountId(request), clientId: client.clientId })
}

async function findGrant({ provider }: PromptRequest, id: string): Promise<Grant | undefined> {
  const found = await provider.Grant.find(id)
  return found
}

function missing({ interaction }: PromptRequest): Missing {
  return interaction.prompt.details as Missing
}

function accountId({ interaction }: PromptRequest): string {
  const id = interaction.session?.accountId ?? interaction.lastSubmission?.login?.accountId
  if (id === undefined) throw new Error('consent was asked for before anybody signed in')
  return id
}

function choiceKey(resource: string, scope: string): string {
  return `${resource} ${scope}`
}
