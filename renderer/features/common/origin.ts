/** Where an entity came from, in words. */
export function explainOrigin(origin: string): string {
  const [kind, scenario] = origin.split(':')
  if (kind === 'scenario' && scenario !== undefined) return `Scenario ${scenario}`
  return ORIGINS[origin] ?? origin
}

const ORIGINS: Readonly<Record<string, string>> = {
  config: 'Config file',
  management: 'Management API',
  dynamic: 'Dynamic registration',
  permissive: 'Registered on sight',
}
