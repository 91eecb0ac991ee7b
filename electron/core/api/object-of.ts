/** What is read from stored or made JSON whose shape is not known for certain: an object, if need be an empty one. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
