import type { AppFacts } from './facts.ts'
import type { QuickStart, Recipe } from './quick-start.ts'
import { aspnet } from './recipes/aspnet.ts'
import { authlib } from './recipes/authlib.ts'
import { curlMachine } from './recipes/curl-machine.ts'
import { dotenv } from './recipes/dotenv.ts'
import { express } from './recipes/express.ts'
import { go } from './recipes/go.ts'
import { next } from './recipes/next.ts'
import { nodeAgent } from './recipes/node-agent.ts'
import { nodeDevice } from './recipes/node-device.ts'
import { nodeMachine } from './recipes/node-machine.ts'
import { nodeNative } from './recipes/node-native.ts'
import { pythonMachine } from './recipes/python-machine.ts'
import { react } from './recipes/react.ts'
import { spring } from './recipes/spring.ts'

/** Best first: of those that suit an application, the first is what it is shown. */
export const RECIPES: readonly Recipe[] = [
  express,
  react,
  nodeAgent,
  nodeNative,
  nodeDevice,
  nodeMachine,
  next,
  spring,
  aspnet,
  authlib,
  go,
  pythonMachine,
  curlMachine,
  dotenv,
]

export interface QuickStarts {
  readonly fitting: readonly QuickStart[]
  readonly others: readonly Misfit[]
}

export interface Misfit {
  readonly id: string
  readonly title: string
  readonly why: string
}

export function buildQuickStarts(facts: AppFacts): QuickStarts {
  const judged = RECIPES.map((recipe) => ({ recipe, why: recipe.misfit(facts) }))
  return {
    fitting: judged.flatMap(({ recipe, why }) => (why === undefined ? [buildOne(recipe, facts)] : [])),
    others: judged.flatMap(({ recipe: { id, title }, why }) => (why === undefined ? [] : [{ id, title, why }])),
  }
}

function buildOne(recipe: Recipe, facts: AppFacts): QuickStart {
  const { id, title, summary } = recipe
  return { id, title, summary, ...recipe.build(facts) }
}
