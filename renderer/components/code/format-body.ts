import type { Language } from './code-token.ts'

export interface FormattedBody {
  readonly code: string
  readonly language: Language
}

/** A body so that it can be read: JSON with indents, a form with a line for each parameter, the rest as it is. */
export function formatBody(body: string, contentType: string | undefined): FormattedBody {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === 'application/x-www-form-urlencoded') return { code: formatForm(body), language: 'form' }
  if (/[/+]json$/.test(type)) return formatJson(body)
  return { code: body, language: 'text' }
}

/** What says JSON and is none is shown as it came: that is what one looks for. */
function formatJson(body: string): FormattedBody {
  try {
    return { code: JSON.stringify(JSON.parse(body), null, 2), language: 'json' }
  } catch {
    return { code: body, language: 'text' }
  }
}

function formatForm(body: string): string {
  return body
    .split('&')
    .map((pair) => {
      const at = pair.indexOf('=')
      return at === -1 ? decode(pair) : `${decode(pair.slice(0, at))}=${decode(pair.slice(at + 1))}`
    })
    .join('\n')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
