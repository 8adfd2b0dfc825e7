import type { Use } from '../../server/evaluation/write-uses.ts'
import { EDGE_USES } from './feed.ts'
import type { Upstream } from './upstream.ts'

/** How many go into one request, which may be 256 kB. */
const AT_ONCE = 500

/** Tells an upstream who asked here for what; throws when it does not take it. */
export async function tellUses({ url, token }: Upstream, uses: readonly Use[]): Promise<void> {
  for (let from = 0; from < uses.length; from += AT_ONCE) {
    const part = uses.slice(from, from + AT_ONCE).map(({ environment, ...use }) => use)
    const answer = await fetch(`${url}${EDGE_USES}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ uses: part }),
      redirect: 'error',
      signal: AbortSignal.timeout(5000),
    })
    await answer.body?.cancel()
    if (answer.status !== 204) throw new Error(`the upstream answered ${answer.status}`)
  }
}
