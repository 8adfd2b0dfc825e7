/** Lines of a text that were replaced: those from `start` up to, not including, `end`. */
export interface LineChange {
  readonly start: number
  readonly end: number
  readonly lines: readonly string[]
}

/** A place where two people changed the same lines to different ones. */
export interface MergeConflict {
  readonly kind: 'conflict'
  /** The 0-based line of the text that both began with. */
  readonly start: number
  readonly base: readonly string[]
  readonly mine: readonly string[]
  readonly theirs: readonly string[]
}

export type MergePiece =
  | { readonly kind: 'settled'; readonly lines: readonly string[] }
  | MergeConflict

interface Group {
  readonly start: number
  end: number
  readonly mine: LineChange[]
  readonly theirs: LineChange[]
}

/**
 * Two people's changes of one text, put together in its order. Changes of different lines are both
 * taken, the same change by both is taken once; what touches the same lines, or adds at the same
 * place, is a conflict that only a person can settle. `mine` and `theirs` are each in order and do
 * not overlap themselves.
 */
export function mergeChanges(
  base: readonly string[],
  mine: readonly LineChange[],
  theirs: readonly LineChange[],
): readonly MergePiece[] {
  const pieces: MergePiece[] = []
  let at = 0
  for (const group of groupsOf(mine, theirs)) {
    if (group.start > at) pieces.push({ kind: 'settled', lines: base.slice(at, group.start) })
    pieces.push(pieceOf(base, group))
    at = group.end
  }
  if (at < base.length) pieces.push({ kind: 'settled', lines: base.slice(at) })
  return pieces
}

function groupsOf(mine: readonly LineChange[], theirs: readonly LineChange[]): readonly Group[] {
  const all = [
    ...mine.map((change) => ({ change, side: 'mine' as const })),
    ...theirs.map((change) => ({ change, side: 'theirs' as const })),
  ].sort((one, other) => one.change.start - other.change.start || one.change.end - other.change.end)
  const groups: Group[] = []
  for (const { change, side } of all) {
    const last = groups.at(-1)
    if (last && meets(last, change)) {
      last.end = Math.max(last.end, change.end)
      last[side].push(change)
    } else {
      const group: Group = { start: change.start, end: change.end, mine: [], theirs: [] }
      group[side].push(change)
      groups.push(group)
    }
  }
  return groups
}

/** Changes that only touch do not meet, but two additions at one place do: which comes first? */
function meets(group: Group, { start, end }: LineChange): boolean {
  return start < group.end || (start === end && group.start === start && group.end === start)
}

function pieceOf(base: readonly string[], group: Group): MergePiece {
  const mine = appliedIn(base, group, group.mine)
  const theirs = appliedIn(base, group, group.theirs)
  if (group.theirs.length === 0) return { kind: 'settled', lines: mine }
  if (group.mine.length === 0 || isSame(mine, theirs)) return { kind: 'settled', lines: theirs }
  const { start, end } = group
  return { kind: 'conflict', start, base: base.slice(start, end), mine, theirs }
}

function appliedIn(base: readonly string[], { start, end }: Group, changes: readonly LineChange[]) {
  const lines: string[] = []
  let at = start
  for (const change of changes) {
    lines.push(...base.slice(at, change.start), ...change.lines)
    at = change.end
  }
  return [...lines, ...base.slice(at, end)]
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index])
}
