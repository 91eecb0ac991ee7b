// Tests run in Node and reach into pages, so they see the globals of both; fetch is Node's, which can send a stream.
interface RequestInit {
  duplex?: 'half'
}

/** HAR 1.2 as JSON Schema, one part a name. */
declare module 'har-schema' {
  const schemas: Readonly<Record<string, object>>
  export default schemas
}
