import type { Order } from './sort.ts'

export const TEXT = {
  sort: 'Sort by',
  orders: {
    name: 'By name',
    used: 'Last used first',
    new: 'Newest first',
    kind: 'By kind',
  } satisfies Record<Order, string>,
  never: 'never used',
  used: (ago: string) => `used ${ago}`,
} as const
