import type { EntryContext } from '#shared/teach/contexts.ts'
import type { Link } from '#shared/teach/lesson.ts'

import type { JsonObject } from '../json-object.ts'
import type { Rule } from '../rules/rule.ts'

/** What a kind is told by. */
export interface Clues {
  readonly name?: string | undefined
  readonly header: JsonObject
  readonly claims: JsonObject
  readonly isJwt: boolean
}

/** A kind of token: how it is known, and the rules that it has to keep. */
export interface Kind {
  readonly id: string
  readonly title: string
  /** One sentence: what it is for. */
  readonly summary: string
  readonly spec: Link
  /** Where the explanations of its claims are. */
  readonly context?: EntryContext | undefined
  /** By what it was told; undefined when it is another kind. */
  readonly recognise: (clues: Clues) => string | undefined
  readonly rules: readonly Rule[]
}

/** By the first of these that is so. */
export function tell(...signs: readonly (readonly [boolean, string])[]): string | undefined {
  return signs.find(([isSo]) => isSo)?.[1]
}
