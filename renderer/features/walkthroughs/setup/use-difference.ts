import { useEffect, useMemo, useState } from 'react'

import { compareLayers, type LayerDifference } from '#shared/flows/compare-layers.ts'

import { useProgram } from '../../common/use-program.ts'
import type { SetupState } from './use-setup.ts'

const NONE: readonly LayerDifference[] = []

/** Worked out beside the screen, since requests are built as they would be, hashes and signatures aside. */
export function useDifference({ flow, choice, client, apis }: SetupState): readonly LayerDifference[] {
  const issuer = useProgram()?.issuer
  const api = useMemo(() => apis.find(({ identifier }) => identifier === choice.api), [apis, choice.api])
  const [differences, setDifferences] = useState(NONE)
  useEffect(() => {
    if (issuer === undefined || client === undefined) return
    let isWanted = true
    void compareLayers(flow, choice, { issuer, client, api }).then((found) => {
      if (isWanted) setDifferences(found)
    })
    return () => {
      isWanted = false
    }
  }, [flow, choice, issuer, client, api])
  return differences
}
