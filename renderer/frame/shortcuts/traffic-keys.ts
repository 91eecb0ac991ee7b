/** What works in Traffic alone; the screen listens for them, and the sheet shows them. */
export const TRAFFIC_KEYS = { filter: '/', list: 'l', follow: 'f' } as const
