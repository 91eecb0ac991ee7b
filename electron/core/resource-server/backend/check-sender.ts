import { HttpProblem } from '../http/problem.ts'

/** Browsers say where a request comes from; programs without a browser have no cookie that somebody else could use. */
export function checkSender({ headers }: Pick<Request, 'headers'>, address: string): void {
  const own = new URL(address).origin
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (origin !== null && origin !== own) throw foreign(`The page is of ${origin}, and this backend serves ${own}.`)
  if (site !== null && site !== 'same-origin' && site !== 'none') {
    throw foreign(`The browser says that the page is ${site}, which is not the origin of this backend.`)
  }
}

function foreign(detail: string): HttpProblem {
  return new HttpProblem(403, 'This request is from somewhere else', detail)
}
