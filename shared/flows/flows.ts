/** Every walkthrough there is, and the layers that can be put on them. */
import type { Choice, Flow, Layer, LayerId, Step } from './flow.ts'
import { authorizationCodePkce } from './grants/authorization-code-pkce.ts'
import { authorizationCode } from './grants/authorization-code.ts'
import { ciba } from './grants/ciba.ts'
import { clientCredentials } from './grants/client-credentials.ts'
import { device } from './grants/device.ts'
import { hybrid } from './grants/hybrid.ts'
import { implicit, implicitFormPost } from './grants/implicit.ts'
import { jwtBearer } from './grants/jwt-bearer.ts'
import { logout } from './grants/logout.ts'
import { mcp } from './grants/mcp.ts'
import { password } from './grants/password.ts'
import { refreshToken } from './grants/refresh.ts'
import { registration } from './grants/registration.ts'
import { sessionCookie } from './grants/session-cookie.ts'
import { singleSignOn } from './grants/single-sign-on.ts'
import { stepUp } from './grants/step-up.ts'
import { tokenExchange } from './grants/token-exchange.ts'
import { dpop } from './layers/dpop.ts'
import { formPost } from './layers/form-post.ts'
import { iss } from './layers/iss.ts'
import { jar } from './layers/jar.ts'
import { jarm } from './layers/jarm.ts'
import { openid } from './layers/openid.ts'
import { par } from './layers/par.ts'
import { pkce } from './layers/pkce.ts'
import { rar } from './layers/rar.ts'
import { refresh } from './layers/refresh.ts'
import { resource } from './layers/resource.ts'

/** In the order in which they are offered. */
export const FLOWS: readonly Flow[] = [
  authorizationCodePkce,
  authorizationCode,
  refreshToken,
  clientCredentials,
  device,
  ciba,
  tokenExchange,
  jwtBearer,
  hybrid,
  implicitFormPost,
  implicit,
  password,
  singleSignOn,
  stepUp,
  logout,
  registration,
  mcp,
  sessionCookie,
]

/**
 * In the order in which they are put on: each sees the requests as those before it have left them, and what signs or
 * pushes a whole request comes last.
 */
export const LAYERS: readonly Layer[] = [pkce, openid, refresh, formPost, iss, jarm, resource, rar, dpop, jar, par]

export function findFlow(id: string): Flow | undefined {
  return FLOWS.find((flow) => flow.id === id)
}

export function findLayer(id: LayerId): Layer | undefined {
  return LAYERS.find((layer) => layer.id === id)
}

/** The layers that the flow can have, in the order in which they are put on. */
export function layersOf(flow: Flow): readonly Layer[] {
  return LAYERS.filter(({ id }) => flow.layers.includes(id))
}

export function buildSteps(flow: Flow, choice: Choice): readonly Step[] {
  const chosen = layersOf(flow).filter(({ id }) => choice.layers.includes(id))
  return chosen.reduce((steps, layer) => layer.apply(steps, choice), flow.steps(choice))
}
