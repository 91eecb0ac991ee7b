/** The forms of a page, as far as the issuer's own pages have any. */
export interface Form {
  /** Left out: the page's own address. */
  readonly action: string | undefined
  readonly method: 'get' | 'post'
  readonly fields: readonly Field[]
  readonly buttons: readonly Button[]
}

export interface Field {
  readonly name: string
  readonly value: string
  readonly type: string
  readonly isChecked: boolean
}

export interface Button {
  readonly name: string
  readonly value: string
}

const FORM = /<form\b([^>]*)>([\s\S]*?)<\/form>/g
const INPUT = /<input\b([^>]*)>/g
const BUTTON = /<button\b([^>]*)>/g
const ATTRIBUTE = /([\w-]+)(?:="([^"]*)")?/g

export function readForms(html: string): readonly Form[] {
  return [...html.matchAll(FORM)].map(([, head = '', content = '']) => {
    const { action, method } = readAttributes(head)
    return {
      action,
      method: method?.toLowerCase() === 'post' ? 'post' : 'get',
      fields: [...content.matchAll(INPUT)].map(([, text = '']) => readField(text)).filter(({ name }) => name !== ''),
      buttons: [...content.matchAll(BUTTON)].map(([, text = '']) => readButton(text)),
    }
  })
}

function readField(text: string): Field {
  const { name = '', value = '', type = 'text', ...others } = readAttributes(text)
  return { name, value, type, isChecked: 'checked' in others }
}

function readButton(text: string): Button {
  const { name = '', value = '' } = readAttributes(text)
  return { name, value }
}

function readAttributes(text: string): Readonly<Record<string, string | undefined>> {
  const pairs = [...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, unescapeHtml(value)] as const)
  return Object.fromEntries(pairs)
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', '#x27': "'", '#39': "'", lt: '<', gt: '>', amp: '&' }

function unescapeHtml(text: string): string {
  return text.replaceAll(/&(quot|#x27|#39|lt|gt|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}

export function titleOf(html: string): string {
  return unescapeHtml(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1]?.replaceAll(/<[^>]*>/g, '') ?? '').trim()
}
