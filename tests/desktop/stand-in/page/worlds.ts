/**
 * What runs in the page before anything of its own: the preload script in a world of its own, and in the page's world
 * whatever it exposes there. Both functions are sent to the page as text, so they use nothing from outside.
 */

/** The name of the preload script's world; with `contextIsolation` it never is the page's own. */
export const PRELOAD_WORLD = 'preload'
/** By which the preload script's world reaches the program. */
export const SEND_BINDING = 'standInSend'
/** By which the program reaches the preload script's world. */
export const RECEIVE = 'standInReceive'

export function mainWorldSource(secret: string): string {
  return `if (window === window.top) (${runInMainWorld.toString()})(${createWire.toString()}, ${JSON.stringify(secret)})`
}

export function preloadWorldSource(secret: string, preload: string): string {
  const names = [secret, SEND_BINDING, RECEIVE].map((name) => JSON.stringify(name)).join(', ')
  const script = `(require, module, exports) => {${preload}\n}`
  // Only the page itself has it, no frame in it: nodeIntegrationInSubFrames is off.
  return `if (window === window.top) (${runInPreloadWorld.toString()})(${createWire.toString()}, ${names}, ${script})`
}

type Fn = (...args: unknown[]) => unknown

type Node =
  | { readonly fn: number }
  | { readonly list: readonly Node[] }
  | { readonly object: readonly (readonly [string, Node])[] }
  | { readonly value?: unknown }

type Message =
  | { readonly expose: string; readonly api: Node }
  | { readonly call: number; readonly args: readonly Node[] }
  | { readonly answer: { readonly result: Node } | { readonly error: string } }
  | { readonly hello: true }
  | { readonly ping: true }

interface Wire {
  encode(value: unknown): Node
  decode(node: Node): unknown
  tell(message: Message): void
  /** False while Chromium has halted the page, as it does until it is decided about a page that this one opens. */
  isHeard(): boolean
  onMessage: (message: Message) => void
}

/** Two worlds share the window's events and nothing else; an event is dispatched at once, so a call has its answer. */
function createWire(mine: string, theirs: string): Wire {
  const functions: Fn[] = []
  const answers: { result?: Node; error?: string }[] = []

  function tell(message: Message): void {
    window.dispatchEvent(new CustomEvent(theirs, { detail: JSON.stringify(message) }))
  }
  function encode(value: unknown): Node {
    if (typeof value === 'function') return { fn: functions.push(value as Fn) - 1 }
    if (Array.isArray(value)) return { list: value.map(encode) }
    if (value === undefined) return {}
    if (typeof value !== 'object' || value === null) return { value }
    if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error('the stand-in bridges plain objects only')
    return { object: Object.entries(value).map(([key, member]) => [key, encode(member)]) }
  }
  function decode(node: Node): unknown {
    if ('fn' in node) return (...args: unknown[]) => invoke(node.fn, args)
    if ('list' in node) return Object.freeze(node.list.map(decode))
    if (!('object' in node)) return node.value
    return Object.freeze(Object.fromEntries(node.object.map(([key, member]) => [key, decode(member)])))
  }
  function invoke(call: number, args: readonly unknown[]): unknown {
    tell({ call, args: args.map(encode) })
    const answer = answers.pop()
    if (answer?.result === undefined) throw new Error(answer?.error ?? 'nobody is behind this function any more')
    return decode(answer.result)
  }
  function answer(call: number, args: readonly Node[]): void {
    try {
      tell({ answer: { result: encode(functions[call]?.(...args.map(decode))) } })
    } catch (error) {
      tell({ answer: { error: error instanceof Error ? error.message : String(error) } })
    }
  }
  function isHeard(): boolean {
    tell({ ping: true })
    return answers.pop() !== undefined
  }
  const wire: Wire = { encode, decode, tell, isHeard, onMessage: () => undefined }
  window.addEventListener(mine, (event) => {
    const message = JSON.parse(String((event as CustomEvent).detail)) as Message
    if ('call' in message) answer(message.call, message.args)
    else if ('answer' in message) answers.push(message.answer)
    else if ('ping' in message) tell({ answer: { result: {} } })
    else wire.onMessage(message)
  })
  return wire
}

function runInMainWorld(create: typeof createWire, secret: string): void {
  const wire = create(`${secret} main`, `${secret} preload`)
  wire.onMessage = (message) => {
    if (!('expose' in message) || message.expose in window) return
    Object.defineProperty(window, message.expose, { value: wire.decode(message.api), enumerable: true })
  }
  // Whichever world is first: the other one answers.
  wire.tell({ hello: true })
}

function runInPreloadWorld(
  create: typeof createWire,
  secret: string,
  sendBinding: string,
  receive: string,
  preload: (require: Fn, module: object, exports: object) => void,
): void {
  const globals = globalThis as unknown as Record<string, Fn>
  const sendText = globals[sendBinding]
  const wire = create(`${secret} preload`, `${secret} main`)
  const exposed: Message[] = []
  const listeners = new Map<string, Fn[]>()

  function strict(name: string, members: object): object {
    return new Proxy(members, {
      get(object, key): unknown {
        if (typeof key === 'string' && !(key in object)) throw new Error(`the stand-in has no ${name}.${key}`)
        return Reflect.get(object, key)
      },
    })
  }
  const contextBridge = strict('contextBridge', {
    exposeInMainWorld(name: string, api: unknown) {
      const message = { expose: name, api: wire.encode(api) }
      exposed.push(message)
      wire.tell(message)
    },
  })
  const ipcRenderer = strict('ipcRenderer', {
    // An argument that is not there stays one that is not there, which JSON alone would make null of.
    send: (channel: string, ...args: unknown[]) =>
      void sendText?.(JSON.stringify({ channel, args: args.map((arg) => (arg === undefined ? [] : [arg])) })),
    on: (channel: string, listener: Fn) => void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
  })
  wire.onMessage = (message) => {
    if ('hello' in message) exposed.forEach(wire.tell)
  }
  globals[receive] = (channel, args) => {
    if (!wire.isHeard()) return false
    const event = strict('IpcRendererEvent', {})
    for (const listener of listeners.get(String(channel)) ?? []) {
      listener(event, ...(args as readonly (readonly unknown[])[]).map(([arg]) => arg))
    }
    return true
  }
  const module = { exports: {} }
  const electron = strict('electron', { contextBridge, ipcRenderer })
  preload(
    (name) => {
      if (name !== 'electron') throw new Error(`a preload script in a sandbox cannot require ${String(name)}`)
      return electron
    },
    module,
    module.exports,
  )
}
