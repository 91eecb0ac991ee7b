/**
 * How a test does what only a person or the operating system can do: over the channel that the process was started
 * with. Each file of the stand-in says itself what can be done to what it stands for.
 */
export interface Order {
  readonly id: number
  readonly name: string
  readonly input: unknown
}

export type Report =
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly failure: string }

type Handler = (input: never) => unknown

const handlers = new Map<string, Handler>()

export function onOrder<Input>(name: string, handler: (input: Input) => unknown): void {
  handlers.set(name, handler)
}

export function report(what: Report): void {
  if (process.connected) process.send?.(what)
}

async function obey({ id, name, input }: Order): Promise<void> {
  try {
    const handler = handlers.get(name)
    if (!handler) throw new Error(`the stand-in cannot be told to ${name}`)
    report({ id, output: await handler(input as never) })
  } catch (error) {
    report({ id, failure: error instanceof Error ? error.message : String(error) })
  }
}

process.on('message', (order: Order) => void obey(order))
// Whoever sat in front of it has gone.
process.on('disconnect', () => process.exit(1))
