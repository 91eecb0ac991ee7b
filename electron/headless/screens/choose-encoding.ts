import type { Encoding } from './screen-files.ts'

/** The first that the browser takes; RFC 9110 section 12.5.3. What is as it is, is taken by everyone. */
export function chooseEncoding(offered: readonly Encoding[], accepted: string | undefined): Encoding {
  const qualities = new Map((accepted ?? '').split(',').map(readQuality))
  const isTaken = (encoding: Encoding) => (qualities.get(encoding) ?? qualities.get('*') ?? 0) > 0
  return offered.find((encoding) => encoding !== 'identity' && isTaken(encoding)) ?? 'identity'
}

function readQuality(part: string): [encoding: string, quality: number] {
  const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  return [name === 'x-gzip' ? 'gzip' : name, quality === undefined ? 1 : Number(quality) || 0]
}
