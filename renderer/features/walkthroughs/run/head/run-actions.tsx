import { ChevronDown, RotateCcw, SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'

import { buttonLook } from '../../../../components/button-look.ts'
import { Button } from '../../../../components/button.tsx'
import { writeClipboard } from '../../../../components/clipboard.ts'
import { Menu } from '../../../../components/menu.tsx'
import { layoutSequence } from '#shared/sequence/layout.ts'
import { readPalette } from '../../../../components/sequence/palette.ts'
import { toMermaid } from '#shared/sequence/to-mermaid.ts'
import { toPng } from '../../../../components/sequence/to-png.ts'
import { toSvg } from '../../../../components/sequence/to-svg.ts'
import { flowAddress } from '../../../../frame/addresses.ts'
import { useStores } from '../../../../stores/use-stores.tsx'
import { buildSequence } from '#shared/sequence/build-sequence.ts'
import { writeChoice } from '../../setup/read-choice.ts'
import { saveFile } from '../../../common/save-file.ts'
import { ExportDialog } from './export-dialog.tsx'
import type { Format } from './formats.ts'
import { PresentButton } from './present-button.tsx'
import { TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'

const words = TEXT.head

export function RunActions({ walk }: { readonly walk: Walk }) {
  const { flow, deeds } = walk
  return (
    <>
      <PresentButton />
      <ExportMenu walk={walk} />
      <Link href={`${flowAddress(flow.id)}?${writeChoice(walk.run.choice)}`} className={buttonLook('ghost')}>
        <SlidersHorizontal aria-hidden />
        {words.setup}
      </Link>
      <Button icon={<RotateCcw aria-hidden />} onClick={() => void deeds.restart().then(() => walk.select(undefined))}>
        {words.restart}
      </Button>
    </>
  )
}

function ExportMenu({ walk }: { readonly walk: Walk }) {
  const { show } = useStores().toasts.getState()
  const { flow, steps, parties, run } = walk
  const [format, setFormat] = useState<Format>()
  const sequence = () => buildSequence(flow, steps, parties, run.steps)
  const svg = () => toSvg(layoutSequence(sequence()), readPalette(document.documentElement), flow.title)

  async function savePng(): Promise<void> {
    try {
      saveFile(await toPng(svg()), `${flow.id}.png`)
    } catch (error) {
      show({ text: words.notDrawn(error instanceof Error ? error.message : String(error)), tone: 'bad' })
    }
  }

  async function copyMermaid(): Promise<void> {
    const isCopied = await writeClipboard(toMermaid(sequence(), flow.title))
    show(isCopied ? { text: words.copied, tone: 'good' } : { text: words.notCopied, tone: 'bad' })
  }

  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button variant="ghost">
            {words.export}
            <ChevronDown aria-hidden />
          </Button>
        }
        items={[
          { id: 'html', label: words.html, hint: words.htmlHint, onSelect: () => setFormat('html') },
          { id: 'markdown', label: words.markdown, onSelect: () => setFormat('markdown') },
          { id: 'har', label: words.har, onSelect: () => setFormat('har') },
          'separator',
          {
            id: 'svg',
            label: words.svg,
            onSelect: () => saveFile(new Blob([svg()], { type: 'image/svg+xml' }), `${flow.id}.svg`),
          },
          { id: 'png', label: words.png, onSelect: () => void savePng() },
          { id: 'print', label: words.print, onSelect: () => setTimeout(() => print()) },
          { id: 'mermaid', label: words.mermaid, hint: words.mermaidHint, onSelect: () => void copyMermaid() },
        ]}
      />
      {format !== undefined && <ExportDialog walk={walk} format={format} onClose={() => setFormat(undefined)} />}
    </>
  )
}
