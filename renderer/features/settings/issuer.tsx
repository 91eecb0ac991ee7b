import { DefinitionList } from '../../components/definition-list.tsx'
import { useShell } from '../../stores/use-stores.tsx'
import { useProgram } from '../common/use-program.ts'
import { Doctor } from './doctor/doctor.tsx'
import { Ports } from './ports.tsx'
import { Section } from './section.tsx'
import { TEXT } from './text.ts'

const words = TEXT.issuer

export function Issuer() {
  return (
    <>
      <Addresses />
      <Doctor />
      <PortsSection />
    </>
  )
}

function Addresses() {
  const program = useProgram()
  if (program === undefined) return null
  return (
    <Section title={TEXT.sections.issuer} isFlush>
      <DefinitionList
        items={[
          { term: words.address, value: <code className="text-small">{program.issuer}</code>, copy: program.issuer },
          {
            term: words.discovery,
            value: <code className="text-small">{program.discovery}</code>,
            copy: program.discovery,
          },
        ]}
      />
    </Section>
  )
}

function PortsSection() {
  const isDesktop = useShell(({ value }) => value?.kind === 'desktop')
  const ports = useProgram()?.ports
  if (ports === undefined) return null
  return (
    <Section title={words.ports} isFlush>
      <DefinitionList
        items={[
          {
            term: words.issuerPort,
            mono: false,
            value: <code className="text-small">{ports.issuer}</code>,
            hint: words.issuerPortHint,
          },
          {
            term: words.screensPort,
            value: <code className="text-small">{ports.screens}</code>,
            hint: words.screensPortHint,
          },
        ]}
      />
      <div className="border-t border-line px-3.5 py-3">
        {isDesktop ? <Ports /> : <p className="text-small text-ink-2">{words.headless}</p>}
      </div>
    </Section>
  )
}
