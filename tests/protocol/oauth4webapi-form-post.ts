import type { Page } from '../support/user-agent.ts'

/** The self-submitting form of `response_mode=form_post`, as a browser would send it. */
export function readForm({ body }: Page): { readonly action: string; readonly fields: URLSearchParams } {
  const [, action = ''] = /<form[^>]*action="([^"]+)"/.exec(body) ?? []
  const fields = new URLSearchParams()
  for (const [input] of body.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const [, name = ''] = /name="([^"]*)"/.exec(input) ?? []
    const [, value = ''] = /value="([^"]*)"/.exec(input) ?? []
    fields.set(name, value)
  }
  return { action, fields }
}
