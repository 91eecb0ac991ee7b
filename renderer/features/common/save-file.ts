/** Hands a file to the browser, which asks where to put it or puts it where downloads go. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has begun by then, and what it reads from may go.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
