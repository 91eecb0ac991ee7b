/** What a person's browser remembers who has been here before and has seen the tour. */
export const VISITED = { 'valetkey.tour-seen': 'true' }
