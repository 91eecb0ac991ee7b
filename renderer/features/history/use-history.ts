import { useDeferredValue, useEffect, useMemo } from 'react'
import { useStore } from 'zustand/react'

import { DOORS } from '#shared/model/history.ts'

import { useBridge } from '../../stores/use-stores.tsx'
import { TEXT as CHANGES } from '../common/changes/text.ts'
import { useQuery } from '../common/use-address.ts'
import { createHistoryList, type HistoryFilter, type HistoryListState } from './create-history-list.ts'

/** Of the address; what it says wrongly is as good as not said. */
export function useHistoryFilter(): HistoryFilter {
  const query = useQuery()
  const [kind, door] = [query.get('kind'), query.get('door')]
  const entity = query.get('entity') ?? undefined
  const search = query.get('q')?.trim() ?? ''
  const knownKind = KINDS.find((one) => one === kind)
  const knownDoor = DOORS.find((one) => one === door)
  return {
    ...(knownKind && { kind: knownKind }),
    ...(knownDoor && { door: knownDoor }),
    ...(entity !== undefined && { entity }),
    ...(search !== '' && { search: search.slice(0, 200) }),
  }
}

const KINDS = Object.keys(CHANGES.kinds) as (keyof typeof CHANGES.kinds)[]

export function useHistory(filter: HistoryFilter): HistoryListState {
  const bridge = useBridge()
  const key = useDeferredValue(JSON.stringify(filter))
  const list = useMemo(() => createHistoryList(bridge, JSON.parse(key) as HistoryFilter), [bridge, key])
  useEffect(() => {
    list.ensure()
    return list.close
  }, [list])
  return useStore(list, (state) => state)
}
