/** 0 means any free one. */
export function parsePort(flag: string, text: string, usage: (message: string) => Error): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw usage(`${flag}: found ${JSON.stringify(text)}, expected a port from 0 to 65535`)
}
