import type { Message, Sequence } from './sequence.ts'
import type { Actor } from '../flows/flow.ts'

/** The diagram as text that Markdown renderers draw (https://mermaid.js.org/syntax/sequenceDiagram.html). */
export function toMermaid(sequence: Sequence, title?: string): string {
  const names = new Map(sequence.lanes.map(({ id }, index) => [id, `L${index + 1}`]))
  const lines = [
    ...(title === undefined ? [] : ['---', `title: ${JSON.stringify(title)}`, '---']),
    'sequenceDiagram',
    '  autonumber',
    ...sequence.lanes.map(({ id, actor, name }) => `  ${KINDS[actor]} ${names.get(id) ?? id} as ${escapeText(name)}`),
    ...sequence.messages.map((message) => `  ${writeMessage(message, names)}`),
  ]
  return `${lines.join('\n')}\n`
}

/** A person is drawn as one. */
const KINDS: Readonly<Record<Actor, string>> = {
  user: 'actor',
  browser: 'participant',
  client: 'participant',
  issuer: 'participant',
  api: 'participant',
}

function writeMessage(message: Message, names: ReadonlyMap<string, string>): string {
  const { from, to, label, state, isAnswer = false } = message
  const [sender, receiver] = [names.get(from) ?? from, names.get(to) ?? to]
  const arrow = state === 'failed' ? '-x' : isAnswer ? '-->>' : '->>'
  const left = state === 'skipped' ? ' (left out)' : ''
  return `${sender}${arrow}${receiver}: ${escapeText(label)}${left}`
}

/** `;` ends a statement, `#` begins an entity, `%%` a comment, and `<` a tag. */
function escapeText(text: string): string {
  return text.replaceAll(/[#;<>%:]/g, (sign) => `#${sign.codePointAt(0)};`).replaceAll(/\s+/g, ' ')
}
