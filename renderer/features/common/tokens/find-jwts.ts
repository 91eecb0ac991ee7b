const JWT = /\bey[\w-]+\.ey[\w-]+\.[\w-]*/g

/** The JWTs that stand in some texts, each once and in their order. */
export function findJwts(texts: readonly string[], most: number): readonly string[] {
  const found = new Set<string>()
  for (const text of texts) {
    for (const [jwt] of text.matchAll(JWT)) if (found.size < most) found.add(jwt)
  }
  return [...found]
}
