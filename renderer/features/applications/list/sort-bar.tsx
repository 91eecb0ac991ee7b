import { Select } from '../../../components/select.tsx'
import { replaceParameter } from '../../common/use-address.ts'
import { type Order, ORDERS } from './sort.ts'
import { TEXT } from './text.ts'

/** What is chosen stands in the address. */
export function SortBar({ order }: { readonly order: Order }) {
  return (
    <div className="flex flex-none justify-end border-b border-line px-2 py-1.5">
      <Select
        label={TEXT.sort}
        isLabelHidden
        className="w-44"
        value={order}
        options={ORDERS.map((value) => ({ value, label: TEXT.orders[value] }))}
        onChange={(value) => replaceParameter('sort', value === 'name' ? undefined : value)}
      />
    </div>
  )
}
