/** The values of a page's hidden fields of that name. */
export function readHidden(html: string, name: string): string[] {
  if (!html.includes(`name="${name}"`)) return []
  const field = new RegExp(`<input(?=[^>]*\\bname="${name}")[^>]*\\bvalue="([^"]*)"`, 'g')
  return [...html.matchAll(field)].map(([, value = '']) => unescapeHtml(value))
}

export function unescapeHtml(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
