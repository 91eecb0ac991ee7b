import type { ShellView } from '#shared/contract/calls/shell.ts'

import { type Definition, DefinitionList } from '../../components/definition-list.tsx'
import { useShell } from '../../stores/use-stores.tsx'
import { Gate } from '../common/gate.tsx'
import { OutsideLink } from '../common/text-link.tsx'
import { Section } from './section.tsx'
import { TEXT } from './text.ts'

const words = TEXT.about

export function About() {
  const shell = useShell((state) => state)
  return (
    <Section title={TEXT.sections.about} isFlush>
      <Gate state={shell} hasValue={shell.value !== undefined} loading={words.loading} failed={words.failed}>
        {shell.value && <DefinitionList items={factsOf(shell.value)} />}
      </Gate>
    </Section>
  )
}

function factsOf({ version, kind, platform, program }: ShellView): readonly Definition[] {
  return [
    { term: words.version, value: version, copy: version },
    { term: words.kind, value: `${words.kinds[kind]}, ${words.platforms[platform]}` },
    { term: words.licence, value: words.licenceName },
    ...(program.state === 'running' ? placesOf(program) : []),
  ]
}

function placesOf({ dataDirectory, api }: Extract<ShellView['program'], { state: 'running' }>): readonly Definition[] {
  return [
    dataDirectory === undefined
      ? { term: words.data, value: words.inMemory }
      : { term: words.data, value: <code className="text-small">{dataDirectory}</code>, copy: dataDirectory },
    {
      term: words.api,
      value: <code className="text-small">{api}</code>,
      copy: api,
      hint: <OutsideLink href={`${api}/docs`}>{words.docs}</OutsideLink>,
    },
  ]
}
