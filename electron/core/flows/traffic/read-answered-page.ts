import type { Exchange } from '#shared/model/exchange.ts'

import type { PersonPage } from '../state/people.ts'

/** Which page of the issuer a person has answered with this request; a form that is shown again was not taken. */
export function readAnsweredPage({ endpoint, method, status = 500, request }: Exchange): PersonPage | undefined {
  if (method !== 'POST' || status >= 400) return undefined
  const form = new URLSearchParams(request.body.text)
  switch (endpoint) {
    case 'interaction':
      return readPrompt(form)
    case 'code_verification':
      return form.has('confirm') || form.has('abort') ? 'device' : undefined
    case 'approvals':
      return form.has('request') ? 'approval' : undefined
    case 'end_session':
      return 'logout'
    default:
      return undefined
  }
}

/** The second factor belongs to signing in; so does the button that gives up. */
function readPrompt(form: URLSearchParams): PersonPage {
  const action = form.get('action')
  return action === 'allow' || action === 'deny' ? 'consent' : 'login'
}

/** The page that says that the browser is not needed any more, where it is not sent back to the client. */
export function endsVisit({ endpoint, method, status, request, url }: Exchange): boolean {
  if (endpoint !== 'code_verification') return false
  const isResumed = /\/device\/[^/?]+/.test(url)
  return isResumed || (method === 'POST' && status === 200 && new URLSearchParams(request.body.text).has('confirm'))
}
