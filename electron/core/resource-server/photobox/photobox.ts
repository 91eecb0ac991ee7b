import { createCollectionHandlers, findItem } from '../collection-handlers.ts'
import type { CollectionFace } from '../collection-handlers.ts'
import { createCollection } from '../collection.ts'
import type { Stored } from '../collection.ts'
import { buildOperations, listScopes } from '../operation.ts'
import type { Call, DemoApi } from '../operation.ts'
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
  const operations = buildOperations([
    ['GET', '/pictures', 'read:pictures', 'Lists pictures', pictures.list],
    ['GET', '/pictures/:id', 'read:pictures', 'Shows what is known of a picture', pictures.show],
    ['GET', '/pictures/:id/image.svg', 'read:pictures', 'The picture itself', image],
    ['POST', '/pictures', 'create:pictures', 'Adds a picture', pictures.create],
    ['DELETE', '/pictures/:id', 'delete:pictures', 'Deletes a picture', pictures.remove],
  ])
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
