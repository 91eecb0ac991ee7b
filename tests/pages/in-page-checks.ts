/**
 * Looked at from inside the page. Each function is sent there as text, so it uses nothing but what a page has.
 */

/** What does not fit, is too low to be hit (WCAG 2.2, 2.5.8), or leaves a level of headings out. */
export function checkLayout() {
  const targets = [...document.querySelectorAll('a.btn, button, summary, label:has(input), input:not([type=hidden])')]
  const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map((heading) => Number(heading.tagName.slice(1)))
  return {
    tooWide: Math.max(0, document.documentElement.scrollWidth - innerWidth),
    // A box counts with the label around it.
    tooLow: targets
      .filter((target) => !(target.matches('input') && target.closest('label')))
      .filter((target) => target.getBoundingClientRect().height < 24)
      .map((target) => target.outerHTML),
    topHeadings: levels.filter((level) => level === 1).length,
    skippedLevels: levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1),
  }
}

/** What a stranger's text would have made, had it been taken for markup. */
export function checkPlanted() {
  return {
    elements: document.querySelectorAll('script, img[onerror], img[src="x"]').length,
    styles: document.querySelectorAll('[style]').length,
    addresses: [...document.querySelectorAll('a')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => !/^(https?:|\/)/.test(href)),
  }
}

export function visibleText(): string {
  const fields = [...document.querySelectorAll('input')].map((input) => input.value)
  return [document.title, document.body.textContent, ...fields].join(' ')
}
