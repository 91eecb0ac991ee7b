/** The `WebContents` that there are, by their number. */
const faces = new Map<number, object>()

export function addFace(id: number, contents: object): void {
  faces.set(id, contents)
}

export function removeFace(id: number): void {
  faces.delete(id)
}

export function face(id: number): object {
  const found = faces.get(id)
  if (!found) throw new Error(`no page has the number ${id}`)
  return found
}
