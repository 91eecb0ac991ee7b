import type { Context } from 'koa'
import { errors } from 'oidc-provider'

const LIMIT = 64 * 1024

export type FormBody =
  | { readonly kind: 'form'; readonly values: URLSearchParams }
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 413 | 415; readonly message: string }

/** Reads what a page of ours posted back. A form of another site is refused: browsers name the origin of every POST. */
export async function readForm(ctx: Context, origins: readonly string[]): Promise<FormBody> {
  const origin = ctx.get('origin')
  if (origin !== '' && !origins.includes(origin) && origin !== `${ctx.protocol}://${ctx.host}`) {
    return { kind: 'refused', status: 403, message: 'This form was sent from another site, so it is not taken.' }
  }
  if (!ctx.is('application/x-www-form-urlencoded')) {
    return { kind: 'refused', status: 415, message: 'Only a form can be sent here.' }
  }
  const body = await readText(ctx)
  if (body === undefined) return { kind: 'refused', status: 413, message: 'The form is too large.' }
  return { kind: 'form', values: new URLSearchParams(body) }
}

/** Undefined when it is too large, which is known before it has come when its length is said. */
export async function readText(ctx: Context): Promise<string | undefined> {
  if ((ctx.request.length ?? 0) > LIMIT) return undefined
  const chunks: Buffer[] = []
  let size = 0
  for await (const bytes of readChunks(ctx)) {
    size += bytes.length
    if (size > LIMIT) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Whoever hangs up in the middle of a form is no failure of the program. */
async function* readChunks(ctx: Context): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of ctx.req.iterator({ destroyOnReturn: false })) yield chunk as Buffer
  } catch (cause) {
    throw new errors.InvalidRequest('the connection was closed before the whole form had come', undefined, { cause })
  }
}
