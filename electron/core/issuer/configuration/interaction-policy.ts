import { errors, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider'

import { ACR } from '#shared/oauth/protocol.ts'
import { splitScope } from '#shared/oauth/scope.ts'

import type { Store } from '../../store/store.ts'
import { forgetsConsent } from './policies.ts'

const { Check, Prompt, base } = interactionPolicy

/** Sign in, then the second factor, then consent: each is asked for only when the request or the person needs it. */
export function buildInteractionPolicy(store: Store): interactionPolicy.DefaultPolicy {
  const policy = base()
  const login = policy.get('login')
  // Re-entering a password cannot raise the `acr`; the second-factor prompt below decides what can.
  login?.checks.remove('essential_acrs')
  login?.checks.remove('essential_acr')
  // A native client with consent may use `prompt=none` like any other: this is a playground on the person's machine.
  policy.get('consent')?.checks.remove('native_client_prompt')
  policy.get('consent')?.checks.add(everyTime(store))
  policy.add(secondFactorPrompt(store), 1)
  return policy
}

function everyTime(store: Store): interactionPolicy.Check {
  return new Check('every_time', 'consent is asked for at every sign-in', 'consent_required', ({ oidc }) => {
    const { client, result } = oidc
    return client !== undefined && forgetsConsent(store, client) && result?.consent === undefined
  })
}

function secondFactorPrompt(store: Store): interactionPolicy.Prompt {
  return new Prompt(
    { name: 'second_factor', requestable: false },
    (ctx) => ({ demanded: demandsSecondFactor(ctx) }),
    new Check('second_factor', 'a second factor is required', 'interaction_required', (ctx) => isNeeded(store, ctx)),
  )
}

function isNeeded(store: Store, ctx: KoaContextWithOIDC): boolean {
  const { account, result, acr } = ctx.oidc
  if (!account || acr === ACR.secondFactor) return false
  const enrolled = store.users.get(account.accountId)?.secondFactor !== undefined
  const demand = demandsSecondFactor(ctx)
  const { secondFactor: policy } = store.settings.get().policies
  if ((demand === 'essential' || policy === 'everyone') && !enrolled) {
    throw new errors.UnmetAuthenticationRequirements(`${account.accountId} has no second factor`)
  }
  if (!enrolled || (demand === 'no' && policy === 'nobody')) return false
  const answered = isRecord(result?.['second_factor'])
  return demand === 'no' && policy === 'enrolled' ? result?.['login'] !== undefined && !answered : !answered
}

type Demand = 'no' | 'voluntary' | 'essential'

/** OpenID Connect Core: `acr_values` is a wish (3.1.2.1), an essential `acr` claim is a condition (5.5.1.1). */
function demandsSecondFactor(ctx: KoaContextWithOIDC): Demand {
  const request = ctx.oidc.claims?.id_token?.['acr']
  const wanted = request?.values ?? (request?.value === undefined ? undefined : [request.value])
  if (request?.essential && Array.isArray(wanted)) {
    return wanted.includes(ctx.oidc.acr) || wanted.includes(ACR.password) ? 'no' : 'essential'
  }
  const [preferred] = splitScope(ctx.oidc.params?.['acr_values'])
  return preferred === ACR.secondFactor ? 'voluntary' : 'no'
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
