/** What is the present exchange's alone, or the selection's that hides it. */
const OWN = ['do', 'select']

/** Another exchange, or none, with the list as it is: its filter and its order stand in the address. */
export function otherAddress(id?: number, changes: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(location.search)
  for (const name of OWN) query.delete(name)
  for (const [name, value] of Object.entries(changes)) query.set(name, value)
  const text = query.toString()
  return `/traffic${id === undefined ? '' : `/${id}`}${text === '' ? '' : `?${text}`}`
}
