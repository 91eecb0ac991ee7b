import { Copy, Plus, Settings, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import type { ButtonVariant } from '../../components/button-look.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { Tooltip } from '../../components/tooltip.tsx'
import { Row, Specimen, State } from '../specimen.tsx'

const VARIANTS: readonly ButtonVariant[] = ['primary', 'secondary', 'ghost', 'danger']

export function ButtonShelf() {
  return (
    <>
      <Specimen name="Button">
        <Row>
          <State name="at rest">
            <EveryVariant />
          </State>
          <State name="hover" force="hover">
            <EveryVariant />
          </State>
          <State name="focus" force="focus">
            <EveryVariant />
          </State>
          <State name="disabled">
            <EveryVariant disabled />
          </State>
          <State name="busy">
            <EveryVariant isBusy />
          </State>
          <State name="small">
            <EveryVariant size="small" />
          </State>
          <State name="with an icon">
            <Button variant="primary" icon={<Plus aria-hidden />}>
              Add
            </Button>
            <Button icon={<Copy aria-hidden />}>Copy as curl</Button>
            <Button variant="danger" size="small" icon={<Trash2 aria-hidden />}>
              Clear
            </Button>
          </State>
          <State name="long">
            <Button className="max-w-40">Add http://localhost:5173/callback/of/the/application</Button>
          </State>
        </Row>
      </Specimen>
      <Specimen name="IconButton">
        <Row>
          <State name="at rest">
            <IconButton label="Settings" icon={<Settings aria-hidden />} />
            <IconButton label="Settings, framed" variant="secondary" icon={<Settings aria-hidden />} />
            <IconButton label="Settings, small" size="small" icon={<Settings aria-hidden />} />
          </State>
          <State name="hover" force="hover">
            <IconButton label="Settings" icon={<Settings aria-hidden />} />
          </State>
          <State name="focus" force="focus">
            <IconButton label="Settings" icon={<Settings aria-hidden />} />
          </State>
          <State name="disabled">
            <IconButton label="Settings" disabled icon={<Settings aria-hidden />} />
          </State>
        </Row>
      </Specimen>
      <Specimen name="CopyButton">
        <CopyButton text="http://localhost:4400" label="Copy the issuer’s address" />
      </Specimen>
      <Specimen name="Tooltip">
        <div>
          <Tooltip text="Says a little more, and goes away by itself.">
            <Button>Rest here</Button>
          </Tooltip>
        </div>
      </Specimen>
    </>
  )
}

interface EveryVariantProps {
  readonly disabled?: boolean
  readonly isBusy?: boolean
  readonly size?: 'small'
}

function EveryVariant(props: EveryVariantProps) {
  const [presses, setPresses] = useState(0)
  return VARIANTS.map((variant) => (
    <Button key={variant} variant={variant} {...props} data-presses={presses} onClick={() => setPresses(presses + 1)}>
      {variant.charAt(0).toUpperCase() + variant.slice(1)}
    </Button>
  ))
}
