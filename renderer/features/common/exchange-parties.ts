export { type Parties, partiesOf } from '#shared/traffic/parties.ts'
