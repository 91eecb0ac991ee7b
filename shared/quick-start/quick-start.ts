import type { AppFacts } from './facts.ts'

export type CodeLanguage = 'javascript' | 'python' | 'json' | 'shell' | 'text'

export interface CodeFile {
  /** Within the folder of the project. */
  readonly path: string
  readonly language: CodeLanguage
  readonly code: string
}

export interface ChosenRedirect {
  readonly uri: string
  /** False: the issuer refuses the code as it stands until the address is added. */
  readonly isRegistered: boolean
}

/** What a recipe makes of one application. */
export interface BuiltCode {
  readonly files: readonly CodeFile[]
  /** Commands for a shell, in the folder of the project. */
  readonly install?: string | undefined
  readonly run: string
  /** What to open in a browser then. */
  readonly opens?: string | undefined
  readonly redirect?: ChosenRedirect | undefined
  /** What one has to know besides. */
  readonly notes?: readonly string[] | undefined
}

/** Code for one way of building an application: which applications it suits, and what it looks like for them. */
export interface Recipe {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** Why it does not suit; undefined where it does. */
  readonly misfit: (facts: AppFacts) => string | undefined
  readonly build: (facts: AppFacts) => BuiltCode
}

export interface QuickStart extends BuiltCode, Pick<Recipe, 'id' | 'title' | 'summary'> {}
