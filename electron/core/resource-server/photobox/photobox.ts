import { createCollectionHandlers, findItem } from '../collection-handlers.ts'
import type { CollectionFace } from '../collection-handlers.ts'
import { createCollection } from '../collection.ts'
import type { Stored } from '../collection.ts'
import { listScopes } from '../operation.ts'
import type { Call, DemoApi, Operation } from '../operation.ts'
import { drawPicture } from './draw-picture.ts'
import { pictureSchema, seedPictures } from './picture.ts'
import type { Picture } from './picture.ts'

export function createPhotobox(): DemoApi {
  const face: CollectionFace<Picture> = {
    name: 'pictures',
    collection: createCollection({ kind: 'picture', seed: seedPictures }),
    schema: pictureSchema(),
    present: withImage,
  }
  const pictures = createCollectionHandlers(face)
  const image = (call: Call) => buildImage(findItem(face, call))
  const operations: readonly Operation[] = [
    { method: 'GET', path: '/pictures', scope: 'read:pictures', summary: 'Lists pictures', handle: pictures.list },
    { method: 'GET', path: '/pictures/:id', scope: 'read:pictures', summary: 'Shows what is known of a picture', handle: pictures.show },
    { method: 'GET', path: '/pictures/:id/image.svg', scope: 'read:pictures', summary: 'The picture itself', handle: image },
    { method: 'POST', path: '/pictures', scope: 'create:pictures', summary: 'Adds a picture', handle: pictures.create },
    { method: 'DELETE', path: '/pictures/:id', scope: 'delete:pictures', summary: 'Deletes a picture', handle: pictures.remove },
  ]
  return { name: 'photobox', title: 'PhotoBox API', operations, scopes: listScopes(operations) }
}

function withImage(picture: Stored<Picture>, { address }: Call): object {
  return { ...picture, image: `${address}/pictures/${picture.id}/image.svg` }
}

function buildImage(picture: Picture): Response {
  // An SVG opened by itself is a document; this keeps it one without script, whatever its text says.
  const headers = { 'content-type': 'image/svg+xml', 'content-security-policy': "default-src 'none'; sandbox" }
  return new Response(drawPicture(picture), { headers })
}
