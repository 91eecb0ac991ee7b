import type { Layer } from '#shared/flows/flow.ts'
import { findLayer, layersOf } from '#shared/flows/flows.ts'

import { Switch } from '../../../components/switch.tsx'
import { SpecLinks } from '../../common/spec-links.tsx'
import { TEXT } from '../text.ts'
import type { SetupState } from './use-setup.ts'

const words = TEXT.setup

export function LayerFields({ setup }: { readonly setup: SetupState }) {
  const { flow } = setup
  const builtIn = flow.builtIn?.map((id) => findLayer(id)?.title ?? id) ?? []
  return (
    <>
      <p className="text-small text-ink-3">
        {words.layersHint} {builtIn.length > 0 && words.builtIn(builtIn.join(', '))}
      </p>
      {layersOf(flow).map((layer) => (
        <LayerSwitch key={layer.id} layer={layer} setup={setup} />
      ))}
    </>
  )
}

function LayerSwitch({ layer, setup }: { readonly layer: Layer; readonly setup: SetupState }) {
  const { choice, obstacles, change } = setup
  const { id, title, summary, specs } = layer
  const isOn = choice.layers.includes(id)
  const why = isOn ? obstacles.needed[id] : obstacles.layers[id]
  return (
    <Switch
      label={title}
      hint={
        <>
          {summary} <SpecLinks specs={specs.slice(0, 1)} />
          {why !== undefined && <span className="block text-warn">{why}</span>}
        </>
      }
      checked={isOn}
      disabled={why !== undefined}
      onChange={(isWanted) =>
        change({ layers: isWanted ? [...choice.layers, id] : choice.layers.filter((other) => other !== id) })
      }
    />
  )
}
