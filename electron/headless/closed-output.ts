/** What writing says once the reader is gone: a closed pipe, a closed terminal, and Windows' word for the first. */
const READER_GONE = new Set(['EPIPE', 'EIO', 'EOF'])

/** Behind `| head -1`, or when the terminal closes, the program goes on serving. Any other failure of the output ends it. */
export function outliveClosedOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (!READER_GONE.has(error.code ?? '')) throw error
    })
  }
}
