/** Values as the languages of the quick starts write them. */

/** Double quotes and escapes of JSON: Java, C#, Go, Python, YAML and TypeScript read them all. */
export function writeText(text: string): string {
  return JSON.stringify(text.toWellFormed())
}

/** One line of a comment: a line break would end it. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}

/** In HTML, JSX or XML. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;')
}

/** Lines, without those that are left out. */
export function lines(...all: readonly (string | undefined | false | readonly string[])[]): string {
  return `${all
    .flat()
    .filter((line) => line !== undefined && line !== false)
    .join('\n')}\n`
}

export function indent(text: string, by: string): string {
  return text.replaceAll(/^(?=.)/gm, by)
}
