import type { CallName, Input, Output } from '#shared/contract/calls/calls.ts'

export type Handler<Name extends CallName> = (input: Input<Name>) => Output<Name> | Promise<Output<Name>>

/** The handlers of the calls whose names begin like this. */
export type Handlers<Slice extends string = string> = {
  readonly [Name in Extract<CallName, Slice | `${Slice}.${string}`>]: Handler<Name>
}
