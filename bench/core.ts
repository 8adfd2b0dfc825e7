import { compileToggle } from '../domain/toggle/compile-toggle.ts'
import { evaluationContext } from '../domain/toggle/evaluation-context.ts'
import { OFF } from '../domain/toggle/state.ts'
import { median } from './figures.ts'

const CONTEXTS = 1000
const EVALUATIONS = 2_000_000
const ROUNDS = 5

/** What one answer for a percentage of actors costs in this process: nanoseconds, the median. */
export function measureCore(): { readonly ready: number; readonly fresh: number } {
  const state = { ...OFF, percentageOfActors: 25 }
  const ask = compileToggle({ key: 'bench_toggle_25', state }, () => false)
  const given = Array.from({ length: CONTEXTS }, (_, n) => ({
    actorIds: [`visitor-${n}`],
    now: 0,
    random: Math.random,
  }))
  const ready = given.map((one) => evaluationContext(one))
  let opened = 0
  const time = (one: (n: number) => unknown): number => {
    const from = performance.now()
    for (let n = 0; n < EVALUATIONS; n += 1) if (one(n % CONTEXTS) !== null) opened += 1
    return ((performance.now() - from) * 1e6) / EVALUATIONS
  }
  const rounds = Array.from({ length: ROUNDS }, () => ({
    ready: time((n) => ask(ready[n] ?? unreachable())),
    fresh: time((n) => ask(evaluationContext(given[n] ?? unreachable()))),
  }))
  if (opened === 0) throw new Error('a quarter of the visitors is in')
  return {
    ready: median(rounds.map((round) => round.ready)),
    fresh: median(rounds.map((round) => round.fresh)),
  }
}

function unreachable(): never {
  throw new Error(`there are ${CONTEXTS} contexts`)
}
