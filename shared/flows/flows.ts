/** Every walkthrough there is, and the layers that can be put on them. */
import type { Choice, Flow, Layer, LayerId, Step } from './flow.ts'
import { authorizationCodePkce } from './grants/authorization-code-pkce.ts'
import { authorizationCode } from './grants/authorization-code.ts'
import { iss } from './layers/iss.ts'
import { openid } from './layers/openid.ts'
import { pkce } from './layers/pkce.ts'
import { refresh } from './layers/refresh.ts'

/** In the order in which they are offered. */
export const FLOWS: readonly Flow[] = [authorizationCode, authorizationCodePkce]

/**
 * In the order in which they are put on: each sees the requests as those before it have left them, and what signs or
 * pushes a whole request comes last.
 */
export const LAYERS: readonly Layer[] = [pkce, openid, refresh, iss]

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
