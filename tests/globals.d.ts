// Tests run in Node and reach into pages, so they see the globals of both; fetch is Node's, which can send a stream.
interface RequestInit {
  duplex?: 'half'
}
