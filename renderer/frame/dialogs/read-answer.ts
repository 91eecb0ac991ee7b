export interface Answer {
  readonly address: string
  readonly parameters: readonly (readonly [name: string, value: string])[]
}

/** An authorization response, whether it came in the query or in the fragment. */
export function readAnswer(url: string): Answer {
  const [beforeFragment = '', fragment = ''] = split(url, '#')
  const [address = '', query = ''] = split(beforeFragment, '?')
  return { address, parameters: [...new URLSearchParams(query), ...new URLSearchParams(fragment)] }
}

function split(text: string, at: string): readonly string[] {
  const index = text.indexOf(at)
  return index === -1 ? [text] : [text.slice(0, index), text.slice(index + 1)]
}
