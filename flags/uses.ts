import type { Use } from '../server/evaluation/write-uses.ts'

/** Counts who asks for which toggle, in memory. */
export interface Uses {
  /** Somebody asked for a toggle, or with null for all of an environment. */
  readonly note: (environment: string, toggle: string | null, token: string | null) => void
  /** Counts what another process noted. */
  readonly add: (uses: readonly Use[]) => void
  /** What was noted since the last time that was kept. */
  readonly unkept: () => readonly Use[]
  /** Says that these were kept. */
  readonly kept: (uses: readonly Use[]) => void
  /** Everything since the start, in Prometheus' text format. */
  readonly write: () => string
}

interface Count {
  readonly environment: string
  readonly toggle: string | null
  readonly token: string | null
  asked: number
  kept: number
  at: number
}

/** Toggles of which the metrics tell by name; the rest is told together. */
const MOST_NAMED = 500

/** Known toggles times known tokens; beyond, new ones are not counted. */
const MOST_COUNTED = 200_000

/** Empty counts; `now` is in milliseconds since 1970. */
export function createUses(now: () => number): Uses {
  const counts = new Map<string, Map<string, Map<string, Count>>>()
  let size = 0

  const countOf = (
    environment: string,
    toggle: string | null,
    token: string | null,
  ): Count | null => {
    let byToken = counts.get(environment)
    if (byToken === undefined) {
      byToken = new Map()
      counts.set(environment, byToken)
    }
    let byToggle = byToken.get(token ?? '')
    if (byToggle === undefined) {
      byToggle = new Map()
      byToken.set(token ?? '', byToggle)
    }
    const found = byToggle.get(toggle ?? '')
    if (found !== undefined) return found
    if (size >= MOST_COUNTED) return null
    size += 1
    const count = { environment, toggle, token, asked: 0, kept: 0, at: 0 }
    byToggle.set(toggle ?? '', count)
    return count
  }
  const all = (): Count[] =>
    [...counts.values()].flatMap((byToken) =>
      [...byToken.values()].flatMap((byToggle) => [...byToggle.values()]),
    )

  return {
    note(environment, toggle, token) {
      const count = countOf(environment, toggle, token)
      if (count === null) return
      count.asked += 1
      count.at = now()
    },
    add(uses) {
      for (const { environment, toggle, token, asked, at } of uses) {
        const count = countOf(environment, toggle, token)
        if (count === null) continue
        count.asked += asked
        count.at = Math.max(count.at, at)
      }
    },
    unkept: () =>
      all()
        .filter(({ asked, kept }) => asked > kept)
        .map(({ asked, kept, ...count }) => ({ ...count, asked: asked - kept })),
    kept(uses) {
      for (const { environment, toggle, token, asked } of uses) {
        const count = countOf(environment, toggle, token)
        if (count !== null) count.kept += asked
      }
    },
    write: () => written(all()),
  }
}

function written(counts: readonly Count[]): string {
  const name = 'rollcall_flags_evaluations_total'
  const sums = new Map<string, number>()
  for (const { environment, toggle, asked } of counts) {
    const whose = toggle === null ? 'scope="all"' : `scope="one",toggle=${JSON.stringify(toggle)}`
    const labels = `environment=${JSON.stringify(environment)},${whose}`
    sums.set(labels, (sums.get(labels) ?? 0) + asked)
  }
  const sorted = [...sums].sort(([, one], [, other]) => other - one)
  const others = sorted.slice(MOST_NAMED).reduce((sum, [, asked]) => sum + asked, 0)
  const lines = sorted.slice(0, MOST_NAMED).map(([labels, asked]) => `${name}{${labels}} ${asked}`)
  if (others > 0) lines.push(`${name}{scope="others"} ${others}`)
  return [
    `# HELP ${name} Evaluations of one toggle, or of all of an environment at once.`,
    `# TYPE ${name} counter`,
    ...lines,
    '',
  ].join('\n')
}
