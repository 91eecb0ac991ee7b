import * as z from 'zod'

import { address, webAddress } from './text.ts'

const metadataDocumentId = address(
  /^https:\/\/[^\s/#]+\/[^\s#]*$/,
  'the https address, with a path, that the client uses as its client_id',
)

export const metadataDocumentsSchema = z.record(metadataDocumentId, webAddress).meta({
  description: "Answers a client ID metadata document's https address from a local one.",
  examples: [{ 'https://client.example/metadata.json': 'http://127.0.0.1:8080/metadata.json' }],
})
