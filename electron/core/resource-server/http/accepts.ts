/** Whether an `Accept` header allows a media type (RFC 9110 section 12.5.1); without the header everything is allowed. */
export function accepts(accept: string | null, type: string): boolean {
  if (accept === null || accept.trim() === '') return true
  const ranges = accept.split(',').map(parseRange)
  const [family = ''] = type.split('/')
  // The most specific range decides, so that `text/html, */*;q=0` refuses all but HTML.
  for (const name of [type, `${family}/*`, '*/*']) {
    const range = ranges.find((candidate) => candidate.name === name)
    if (range !== undefined) return range.quality > 0
  }
  return false
}

function parseRange(range: string): { name: string; quality: number } {
  const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  return { name, quality: quality === undefined ? 1 : Number(quality.slice(2)) }
}
