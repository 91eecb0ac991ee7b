/** The words of a command line as a POSIX shell takes them apart, as far as quotes and backslashes go. */
export function splitWords(text: string): readonly string[] {
  const words: string[] = []
  let word: string | undefined
  let quote = ''
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (quote === "'" || (quote === '"' && sign !== '\\')) {
      if (sign === quote) quote = ''
      else word = (word ?? '') + sign
    } else if (sign === '\\') {
      at += 1
      if (text[at] !== '\n' && text[at] !== '\r') word = (word ?? '') + (text[at] ?? '')
    } else if (sign === "'" || sign === '"') {
      quote = sign
      word ??= ''
    } else if (/\s/.test(sign)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else word = (word ?? '') + sign
  }
  return word === undefined ? words : [...words, word]
}
