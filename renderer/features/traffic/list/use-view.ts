import { useMemo } from 'react'
import { navigate } from 'wouter/use-browser-location'

import { formatFilter, type ParsedFilter, parseFilter } from '#shared/traffic/filter-text/parse-filter.ts'

import type { Order } from '../../../stores/traffic/arrange.ts'
import { useLayout, useStores } from '../../../stores/use-stores.tsx'
import { keepQuery, replaceParameter, useQuery } from '../../common/use-address.ts'
import { type ColumnId, formatColumns, parseColumns, USUAL_COLUMNS } from './columns.ts'

/** What one looks at in Traffic, and how. All of it stands in the address; how, is remembered as well. */
export interface View {
  readonly filter: ParsedFilter
  readonly order: Order
  readonly isGrouped: boolean
  readonly columns: readonly ColumnId[]
}

/** Everything of an address that stays when another exchange is opened. */
const KEPT = ['tab', 'q', 'order', 'group', 'columns', 'select'] as const

export function useView(): View {
  const query = useQuery()
  const remembered = useLayout((state) => state.trafficView)
  const text = query.get('q') ?? ''
  const filter = useMemo(() => parseFilter(text), [text])
  const order = query.get('order') ?? remembered['order']
  const group = query.get('group') ?? remembered['group']
  const columns = query.get('columns') ?? remembered['columns']
  return useMemo(
    () => ({
      filter,
      order: order === 'newest-last' ? 'newest-last' : 'newest-first',
      isGrouped: group === 'sign-in',
      columns: parseColumns(columns) ?? USUAL_COLUMNS,
    }),
    [filter, order, group, columns],
  )
}

export function setFilter(filter: Pick<ParsedFilter, 'terms' | 'words'>): void {
  replaceParameter('q', formatFilter(filter))
}

export interface ViewActions {
  setOrder(order: Order): void
  setGrouped(isGrouped: boolean): void
  setColumns(columns: readonly ColumnId[]): void
}

export function useViewActions(): ViewActions {
  const { layout } = useStores()
  return useMemo(() => {
    function change(name: string, value: string): void {
      layout.getState().setTrafficView(name, value)
      replaceParameter(name, value)
    }
    return {
      setOrder: (order) => change('order', order),
      setGrouped: (isGrouped) => change('group', isGrouped ? 'sign-in' : 'none'),
      setColumns: (columns) => change('columns', formatColumns(columns)),
    }
  }, [layout])
}

/** What somebody else has to open to see the same, whatever they are used to. */
export function addressOfView({ filter, order, isGrouped, columns }: View): string {
  const query = new URLSearchParams(location.search)
  query.set('order', order)
  query.set('group', isGrouped ? 'sign-in' : 'none')
  query.set('columns', formatColumns(columns))
  const text = formatFilter(filter)
  if (text !== '') query.set('q', text)
  return `${location.origin}${location.pathname}?${query.toString()}`
}

/** From one exchange to the next is no step to go back by. */
export function openExchange(id: number, isOpen: boolean): void {
  navigate(keepQuery(`/traffic/${id}`, ...KEPT), { replace: isOpen })
}

export function listAddress(): string {
  return keepQuery('/traffic', ...KEPT.filter((name) => name !== 'tab'))
}
