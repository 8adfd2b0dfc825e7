import { createHash } from 'node:crypto'
import type { ThereFeatures } from '../../domain/connected/read-feature.ts'
import { isSameThere, markOf } from '../../domain/connected/same-there.ts'
import { describeState } from '../../domain/toggle/describe-state.ts'
import { type Direction, directionOf } from '../../domain/toggle/direction.ts'
import { OFF, type ToggleState } from '../../domain/toggle/state.ts'
import type { Db } from '../db.ts'
import { GATE_COLUMNS, stateOfColumns } from '../toggles/state-row.ts'

/** How many toggles are taken over at once, and weighed beforehand. */
export const MOST_DIFFERENCES = 500

/** One toggle that stands otherwise on the server than here. */
export interface Difference {
  readonly toggle: string
  /** States in words. */
  readonly here: string
  readonly there: string
  /** What taking theirs would do here, and pushing ours there. */
  readonly take: Direction
  readonly push: Direction
  /** The checks that taking theirs would be without. */
  readonly take_unmet: readonly string[]
}

/** What stands otherwise there, before anything is done about it. */
export interface Differences {
  readonly differences: readonly Difference[]
  /** How many toggles are alike. */
  readonly alike: number
  /** Keys that only Rollcall has: they are made there. */
  readonly only_here: readonly string[]
  /** Features that only the server has, with their state in words: left alone. */
  readonly only_there: readonly { readonly key: string; readonly there: string }[]
  /** What of the server cannot be read, a sentence each: left alone. */
  readonly unreadable: readonly string[]
  /** Whether the server has expressions. */
  readonly expressions: boolean
  /** Stands for all of this: what is done later must be named by it. */
  readonly seen: string
}

/** A toggle of the environment beside what stands there. */
export interface Compared {
  readonly stateId: string
  readonly toggle: string
  readonly version: number
  readonly archived: boolean
  readonly offIsDangerous: boolean
  readonly here: ToggleState
  /** Null where it cannot be read. */
  readonly there: ToggleState | null
  readonly isThere: boolean
}

/** Every toggle of an environment beside what the server has of it, by key. */
export async function compareAll(
  tx: Db,
  environment: string,
  { features, unreadable }: ThereFeatures,
): Promise<Compared[]> {
  const rows = await tx.toggleState.findMany({
    where: { environment: { key: environment } },
    orderBy: { toggle: { key: 'asc' } },
    select: {
      ...GATE_COLUMNS,
      id: true,
      version: true,
      toggle: { select: { key: true, archived: true, offIsDangerous: true } },
    },
  })
  const unread = new Set(unreadable.map(({ key }) => key))
  return rows.map(({ id, version, toggle, ...gates }) => {
    const feature = features.get(toggle.key)
    return {
      stateId: id,
      toggle: toggle.key,
      version,
      archived: toggle.archived,
      offIsDangerous: toggle.offIsDangerous,
      here: toggle.archived ? OFF : stateOfColumns(gates),
      there: unread.has(toggle.key) ? null : (feature?.state ?? OFF),
      isThere: feature !== undefined || unread.has(toggle.key),
    }
  })
}

/**
 * What a person is shown of it, and the mark by which it is named again.
 *
 * @param unmet by toggle, the checks that taking theirs would be without.
 */
export function differencesOf(
  compared: readonly Compared[],
  { features, unreadable }: ThereFeatures,
  unmet: ReadonlyMap<string, readonly string[]> = new Map(),
): Differences {
  const keys = new Set(compared.map(({ toggle }) => toggle))
  const differing = compared.filter(({ here, there }) => there && !isSameThere(here, there))
  const read = [...features.values()]
  return {
    differences: differing.map((one) => shown(one, unmet.get(one.toggle) ?? [])),
    alike: compared.filter(({ here, there }) => there && isSameThere(here, there)).length,
    only_here: compared.filter(({ isThere }) => !isThere).map(({ toggle }) => toggle),
    only_there: read
      .filter(({ key }) => !keys.has(key))
      .map(({ key, state }) => ({ key, there: describeState(state) })),
    unreadable: unreadable.map(({ key, why }) => `${key}: ${why}`),
    expressions: read.length === 0 || read.some(({ expressions }) => expressions),
    seen: seenOf(compared),
  }
}

function shown(
  { toggle, here, there, offIsDangerous }: Compared,
  unmet: readonly string[],
): Difference {
  const theirs = there ?? OFF
  return {
    toggle,
    here: describeState(here),
    there: describeState(theirs),
    take: directionOf(here, theirs, { offIsDangerous }),
    push: directionOf(theirs, here, { offIsDangerous }),
    take_unmet: unmet,
  }
}

function seenOf(compared: readonly Compared[]): string {
  const told = compared.map(({ toggle, version, archived, there }) =>
    [toggle, version, archived, there && markOf(there)].join(' '),
  )
  return createHash('sha256').update(told.join('\n')).digest('hex')
}
