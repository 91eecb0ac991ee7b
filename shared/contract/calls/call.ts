import type * as z from 'zod'

/**
 * Something that can be asked of the core. Whoever carries calls (REST, IPC, a socket) needs nothing but this; no call
 * knows how it is carried.
 */
export interface Call<In extends z.ZodObject = z.ZodObject, Out extends z.ZodType = z.ZodType> {
  /** Starts with a verb; the documentation shows it as the call's title. */
  readonly description: string
  readonly input: In
  readonly output: Out
  readonly example?: z.input<In>
}

export function defineCall<In extends z.ZodObject, Out extends z.ZodType>(
  call: Omit<Call<In, Out>, 'example'> & { readonly example?: NoInfer<z.input<In>> },
): Call<In, Out> {
  return call
}
