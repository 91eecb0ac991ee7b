import { EXIT } from '../exit-codes.ts'
import { parseListFlags, parseRunFlags } from './flow-flags.ts'
import { FLOW_HELP } from './help.ts'
import { listFlows } from './list-flows.ts'
import { runFlow } from './run-flow.ts'
import { unknown } from './usage.ts'

export async function flow([name = '--help', ...args]: readonly string[]): Promise<number> {
  if (name === 'help' || [name, ...args].some(isHelp)) return print(FLOW_HELP)
  switch (name) {
    case 'list':
      return print(listFlows(parseListFlags(args).json))
    case 'run':
      return runFlow(parseRunFlags(args, process.env))
    default:
      throw unknown('valetkey flow', name, ['list', 'run'])
  }
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h'
}

function print(text: string): number {
  process.stdout.write(text)
  return EXIT.ok
}
