import { setNonce } from 'get-nonce'

/** What stands in the page until whoever serves it has put this response's nonce there. */
const PLACEHOLDER = '__CSP_NONCE__'

/** The nonce of this page for `<style>` elements, or nothing where the page has none. */
export function readStyleNonce(page: Document = document): string | undefined {
  const content = page.querySelector('meta[name="csp-nonce"]')?.getAttribute('content')
  return content === null || content === '' || content === PLACEHOLDER ? undefined : content
}

/** For the libraries that write a `<style>` themselves: the scroll lock of dialogs and menus asks get-nonce. */
export function provideStyleNonce(): void {
  const nonce = readStyleNonce()
  if (nonce !== undefined) setNonce(nonce)
}
