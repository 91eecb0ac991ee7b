import type * as z from 'zod'
import type { Collection, Stored } from './collection.ts'
import { HttpProblem } from './http/problem.ts'
import type { Call, Handler } from './operation.ts'

export interface CollectionHandlers {
  readonly list: Handler
  readonly show: Handler
  readonly create: Handler
  readonly remove: Handler
}

export interface CollectionFace<Fields> {
  /** Plural, as in the path and in the list's answer. */
  readonly name: string
  readonly collection: Collection<Fields>
  readonly schema: z.ZodType<Fields>
  /** What is answered for an item; the item itself where left out. */
  readonly present?: (item: Stored<Fields>, call: Call) => object
}

/** The four things that every collection of the demo APIs can do, each for the token's own user. */
export function createCollectionHandlers<Fields>(face: CollectionFace<Fields>): CollectionHandlers {
  const { name, collection, schema, present = (item) => item } = face
  return {
    list: (call) => Response.json({ [name]: collection.list(call.token.sub).map((item) => present(item, call)) }),
    show: (call) => Response.json(present(findItem(face, call), call)),
    create: async (call) => {
      const item = collection.add(call.token.sub, await call.json(schema))
      const headers = { location: `${call.address}/${name}/${item.id}` }
      return Response.json(present(item, call), { status: 201, headers })
    },
    remove: (call) => {
      const { id } = findItem(face, call)
      collection.remove(call.token.sub, id)
      return new Response(null, { status: 204 })
    },
  }
}

/** The item that the path names, of the token's user: someone else's is as unknown as one that never was. */
export function findItem<Fields>({ name, collection }: CollectionFace<Fields>, call: Call): Stored<Fields> {
  const id = call.context.req.param('id') ?? ''
  const item = collection.find(call.token.sub, id)
  if (item !== undefined) return item
  throw new HttpProblem(404, 'Not found', `${call.token.sub} has none of the ${name} with id ${id.slice(0, 100)}.`)
}
