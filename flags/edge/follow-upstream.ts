import { loadedRulesFromJson } from '../../server/evaluation/loaded-rules.ts'
import { lookAgain } from '../../server/evaluation/look-again.ts'
import type { Watch } from '../../server/evaluation/watch.ts'
import { type KeepRules, keepRules, newsOnly, startFromSnapshot } from '../keep-rules.ts'
import { EDGE_RULES } from './feed.ts'
import { listenUpstream } from './listen-upstream.ts'
import type { Upstream } from './upstream.ts'

/** An upstream that does not answer within this is away. */
const PATIENCE_MS = 5000

/** No rules are as large. */
const LARGEST = 128 * 1024 * 1024

/**
 * Fills a rule book from another evaluation process and keeps it current: first from the snapshot on
 * disk, then by asking every `pollMs` with an ETag, and at once when the upstream's event stream says
 * that something changed. What cannot be read, or is older, changes nothing.
 */
export async function followUpstream(
  from: KeepRules & { readonly upstream: Upstream; readonly pollMs: number },
): Promise<Watch> {
  const { source, metrics, now, tell, upstream } = from
  const keep = keepRules(from)
  const isNews = newsOnly()
  let etag: string | null = null
  let isStopped = false
  await startFromSnapshot(from)

  const lookOnce = async (): Promise<void> => {
    if (isStopped) return
    try {
      const answer = await fetch(`${upstream.url}${EDGE_RULES}`, {
        headers: {
          authorization: `Bearer ${upstream.token}`,
          ...(etag === null ? {} : { 'if-none-match': etag }),
        },
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      const confirmedAt = now() - Number(answer.headers.get('rollcall-age') ?? 0) * 1000
      if (answer.status === 304) {
        // Of several upstreams behind one address one may lag a little.
        const version = Number(answer.headers.get('rollcall-version'))
        source.confirm(Math.max(version, source.version() ?? 0), confirmedAt)
        keep({ again: true })
      } else {
        const loaded = loadedRulesFromJson(JSON.parse(await textOf(answer)))
        if ((await source.acceptInSlices(loaded, confirmedAt)) === 'older') {
          metrics.count('rollcall_flags_rules_refused_total')
          if (isNews(`older ${loaded.version}`)) {
            tell(`The upstream stands at entry ${loaded.version}, before what is held: refused.`)
          }
          return
        }
        metrics.count('rollcall_flags_rules_accepted_total')
        etag = answer.headers.get('etag')
        keep()
      }
      if (isNews('')) tell('The rules are current again.')
    } catch (error) {
      metrics.count('rollcall_flags_load_failures_total')
      const reason = error instanceof Error ? error.message : String(error)
      if (!isStopped && isNews(reason)) {
        tell('The upstream could not be read; the rules held go on answering.', error)
      }
    }
  }
  const { look, stop } = lookAgain(lookOnce, from.pollMs)
  const stopListening = listenUpstream(upstream, () => void look())
  return {
    look,
    async stop() {
      isStopped = true
      stopListening()
      await stop()
    },
  }
}

/** The body of an answer of 200; throws for any other, and for one that is too large. */
async function textOf(answer: Response): Promise<string> {
  if (answer.status !== 200 || answer.body === null) {
    await answer.body?.cancel()
    throw new Error(`the upstream answered ${answer.status}`)
  }
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body) {
    length += part.length
    if (length > LARGEST) throw new Error('the upstream sent more than rules can be')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
