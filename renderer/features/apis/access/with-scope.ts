/** Without any, the application could ask for all there is (RFC 7591 section 2): the least is said instead. */
const LEAST = 'openid'

export function withScope(chosen: readonly string[], name: string, isOn: boolean): string {
  const others = chosen.filter((one) => one !== name)
  const next = isOn ? [...others, name] : others
  return next.length === 0 ? LEAST : next.join(' ')
}
