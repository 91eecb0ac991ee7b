import { signIn, type Tokens } from '../../protocol/browser.ts'
import { discover } from '../../protocol/support.ts'

/** MyTodos.io signs somebody in, and may stay signed in. */
export async function signInToTodos(issuer: string, user = 'alice'): Promise<Tokens> {
  const params = { scope: 'openid offline_access read:tasks', redirect_uri: 'http://localhost:5173/callback' }
  return signIn(await discover(issuer, 'my-todos'), params, { user })
}
