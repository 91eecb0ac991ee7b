/** Where a change came in: the screens, the management API, a client that registered itself, one that was unknown. */
export const DOORS = ['screens', 'rest', 'registration', 'permissive'] as const
export type Door = (typeof DOORS)[number]
