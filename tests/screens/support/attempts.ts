/** What a page can try against the program; each resolves with what it got. Run inside a page, so each stands alone. */
import type { Page } from 'playwright'

export interface Target {
  /** Origin of the screens and the management API. */
  readonly screens: string
  /** Left out: the page has none. */
  readonly token?: string | undefined
}

/** `connected`, or how it ended. */
export function trySocket(page: Page, target: Target): Promise<string> {
  return page.evaluate(
    ({ screens, token }) =>
      new Promise<string>((resolve) => {
        const protocols = ['valetkey.v1', ...(token === undefined ? [] : [`token.${token}`])]
        const socket = new WebSocket(`${screens.replace('http', 'ws')}/socket`, protocols)
        socket.addEventListener('open', () => resolve('connected'))
        socket.addEventListener('close', ({ code }) => resolve(`closed with ${code}`))
      }),
    target,
  )
}

/** Every way to ask: what could be read of the answer, or that nothing could. */
export function tryFetch(page: Page, target: Target, path: string, method = 'GET'): Promise<readonly string[]> {
  return page.evaluate(
    async ({ screens, token, path: at, method: by }) => {
      const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
      const ways: readonly RequestInit[] = [
        { headers: authorization },
        { mode: 'no-cors', headers: authorization },
        { credentials: 'include', headers: authorization },
        { mode: 'no-cors', headers: { 'content-type': 'text/plain' } },
      ]
      const got: string[] = []
      for (const way of ways) {
        try {
          const response = await fetch(`${screens}${at}`, { method: by, ...way })
          got.push(response.type === 'opaque' ? 'nothing readable' : `${response.status}: ${await response.text()}`)
        } catch {
          got.push('nothing')
        }
      }
      return [...new Set(got)]
    },
    { ...target, path, method },
  )
}

/** Puts an element into the page that loads from the address: whether it did. */
export function tryElement(page: Page, kind: 'script' | 'img' | 'link', address: string): Promise<string> {
  return page.evaluate(
    ({ kind: tag, address: from }) =>
      new Promise<string>((resolve) => {
        const element = document.createElement(tag)
        element.addEventListener('load', () => resolve('loaded'))
        element.addEventListener('error', () => resolve('refused'))
        if (element instanceof HTMLLinkElement) Object.assign(element, { rel: 'stylesheet', href: from })
        else Object.assign(element, { src: from })
        document.head.append(element)
      }),
    { kind, address },
  )
}

/** A form of the page, sent to the address in a frame of its own. */
export function trySubmit(page: Page, action: string): Promise<void> {
  return page.evaluate(
    (to) =>
      new Promise<void>((resolve) => {
        const frame = document.createElement('iframe')
        frame.name = 'target'
        document.body.append(frame)
        const form = document.createElement('form')
        Object.assign(form, { method: 'post', action: to, target: 'target', enctype: 'text/plain' })
        document.body.append(form)
        frame.addEventListener('load', () => resolve())
        form.submit()
      }),
    action,
  )
}
