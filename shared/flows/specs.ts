export { OAUTH_2_1 } from '../teach/specs.ts'
