import type { TestProject } from 'vitest/node'

import { explainSkip } from './shell.ts'

/** Said once for a run, aloud: a suite that is skipped in silence looks like one that passes. */
export function setup(project: TestProject): void {
  const reason = explainSkip(project.name)
  if (reason !== undefined) console.warn(`${project.name}: skipped, ${reason}`)
}
