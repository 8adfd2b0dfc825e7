import type { Discipline } from './disciplines.ts'

/**
 * Who is called after the present turn, or before it with `step` -1. Before anybody was called the
 * first is next; after the last, and before the first, nobody is: null.
 */
export function neighbour(
  order: readonly Discipline[],
  turn: Discipline | null,
  step: 1 | -1,
): Discipline | null {
  if (turn === null) return step === 1 ? (order[0] ?? null) : null
  const at = order.indexOf(turn)
  return at < 0 ? null : (order[at + step] ?? null)
}
