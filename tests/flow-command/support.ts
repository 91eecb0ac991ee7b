import { type ExitResult, runProgram } from '../support/program.ts'

export interface RunDocument {
  readonly flow: string
  readonly state: string
  readonly reason?: string
  readonly steps: readonly {
    readonly id: string
    readonly state: string
    readonly exchanges: readonly { readonly method: string; readonly url: string; readonly status?: number }[]
    readonly checks: readonly { readonly outcome: string }[]
  }[]
}

export interface Har {
  readonly log: {
    readonly version: string
    readonly entries: readonly {
      readonly request: {
        readonly method: string
        readonly url: string
        readonly postData?: { readonly params: readonly { readonly name: string; readonly value: string }[] }
      }
      readonly response: { readonly status: number }
    }[]
  }
}

export function runFlow(...args: readonly string[]): Promise<ExitResult> {
  return runProgram('flow', 'run', ...args)
}

/** What was posted under this name, wherever it was. */
export function postedIn({ log }: Har, name: string): readonly string[] {
  const params = log.entries.flatMap(({ request }) => request.postData?.params ?? [])
  return params.filter((param) => param.name === name).map(({ value }) => value)
}
