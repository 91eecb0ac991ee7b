import type { Picture } from './picture.ts'

/** A small landscape whose colours and hills come from the title, so that each picture is its own and stays the same. */
export function drawPicture({ title, place, taken }: Picture): string {
  const seed = hashText(`${title} ${place ?? ''}`)
  const hue = seed % 360
  const [sun, ridge] = [60 + (seed % 200), 110 + (seed % 40)]
  const caption = [title, place, taken].filter((part) => part !== undefined).join(' · ')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240" width="320" height="240" role="img">
<title>${escapeXml(title)}</title>
<rect width="320" height="240" fill="hsl(${hue} 55% 78%)"/>
<circle cx="${sun}" cy="60" r="26" fill="hsl(${(hue + 40) % 360} 90% 68%)"/>
<path d="M0 ${ridge} Q80 ${ridge - 60} 160 ${ridge} T320 ${ridge - 10} V240 H0Z" fill="hsl(${(hue + 200) % 360} 35% 45%)"/>
<path d="M0 ${ridge + 40} Q110 ${ridge - 5} 200 ${ridge + 35} T320 ${ridge + 30} V240 H0Z" fill="hsl(${(hue + 190) % 360} 40% 32%)"/>
<rect y="210" width="320" height="30" fill="hsl(0 0% 100% / .85)"/>
<text x="10" y="229" font-family="sans-serif" font-size="12" fill="hsl(0 0% 15%)">${escapeXml(caption)}</text>
</svg>
`
}

/** XML 1.0 has no place at all for some characters, escaped or not (section 2.2), so those are left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** FNV-1a: enough to spread titles over colours. */
function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash
}
