import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import { CLIENT_ID, CLIENT_SECRET, HostileProvider, type Mischief } from './hostile-provider.ts'
import { SignInAttempt } from './sign-in-attempt.ts'

type Query = Record<string, string>

/** A provider for the tests of a file, and signing in with it. */
export function givenProvider() {
  const provider = new HostileProvider()
  beforeAll(() => provider.start())
  afterAll(() => provider.stop())
  beforeEach(() => {
    provider.mischief = {}
    vi.stubEnv('NEXTAUTH_URL', 'http://localhost:4455')
    vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the tests, long enough to be one')
    vi.stubEnv('OIDC_CLIENT_ID', CLIENT_ID)
    vi.stubEnv('OIDC_CLIENT_SECRET', CLIENT_SECRET)
    vi.stubEnv('OIDC_ACR_VALUES', '')
  })

  /** Signs in with what the provider does; `over` changes what the browser comes back with. */
  async function signIn(
    mischief: Mischief = {},
    over: (query: Query, attempt: SignInAttempt) => Query = (query) => query,
  ) {
    provider.mischief = mischief
    const attempt = new SignInAttempt(provider.issuer)
    const asked = await attempt.begin()
    const query = {
      code: provider.code(asked.get('nonce') ?? ''),
      state: asked.get('state') ?? '',
      iss: mischief.announcedIssuer ?? provider.issuer,
    }
    const answer = await attempt.comeBack(over(query, attempt))
    return { attempt, asked, answer, query }
  }

  return { provider, signIn }
}
