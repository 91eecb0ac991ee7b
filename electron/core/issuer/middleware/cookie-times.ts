import type { Middleware } from 'koa'

import type { Store } from '../../store/store.ts'

const EXPIRES = /expires=([^;]+)/i
/** A cookie that ends in 1970 is one that is taken away. */
const YEAR = 31_536_000_000

/** Browsers go by true time: a session that ends at an hour of a moved clock ends for them as much earlier or later. */
export function tellTrueCookieTimes(store: Store): Middleware {
  return async (ctx, next) => {
    await next()
    const { offset } = store.settings.get().clock
    if (offset === 0) return
    const cookies = [ctx.response.get('set-cookie')].flat().filter(Boolean)
    if (cookies.length > 0)
      ctx.set(
        'set-cookie',
        cookies.map((cookie) => moveBack(cookie, offset)),
      )
  }
}

function moveBack(cookie: string, offset: number): string {
  return cookie.replace(EXPIRES, (whole, moment: string) => {
    const time = Date.parse(moment)
    if (Number.isNaN(time) || time < YEAR) return whole
    return `expires=${new Date(time - offset * 1000).toUTCString()}`
  })
}
