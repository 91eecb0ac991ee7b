/** What nobody foresaw, in words that may be shown and logged: short, and without what could be a secret. */

const MOST_CHARACTERS = 300

/** Queries, fragments and long runs of letters and digits are where codes and tokens are. */
export function redact(text: string): string {
  return text.replace(/([a-z][a-z+.-]*:\/\/[^\s?#'"]*)[?#][^\s'"]*/gi, '$1?…').replace(/[\w-]{24,}(?:\.[\w-]+)*/g, '…')
}

/** One sentence, never a stack. */
export function describeUnexpected(error: unknown): string {
  const [first = ''] = redact(messageOf(error)).split('\n')
  const text = first.slice(0, MOST_CHARACTERS).trim()
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

/** For the log: where it happened, too. */
export function describeForLog(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return [describeUnexpected(error), ...frames].join('\n')
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : 'something without a message'
  return error.message === '' ? error.name : error.message
}
