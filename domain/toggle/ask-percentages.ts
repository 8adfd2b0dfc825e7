import { bucketOfMoved, bucketSeed, type Draw, movedBy, reaches } from './bucket.ts'
import type { RulesetToggle } from './ruleset.ts'

/** Longer ids are rare, and cost what asking each toggle by itself does. */
const REMEMBERED = 128

/**
 * Whether nothing but a percentage of actors, or nothing at all, can open a toggle: then it is asked
 * with many others at once.
 */
export function isByPercentageAlone({ state, archived }: RulesetToggle): boolean {
  if (archived || state.boolean || state.expression !== null) return false
  return state.actors.length === 0 && state.groups.length === 0 && !state.percentageOfTime
}

/**
 * The percentages of actors of many toggles, asked together: a function that gives for each toggle,
 * in its place, 1 when its percentage lets the actors in and 0 when not, as `percentageOfActorsOpens`
 * says it of one. What it gives is written over at the next asking.
 */
export function askPercentages(toggles: readonly RulesetToggle[]): (draw: Draw) => Uint8Array {
  const seeds = toggles.map(({ key }) => bucketSeed(key))
  const percentages = Float64Array.from(toggles, ({ state }) => state.percentageOfActors ?? 0)
  const opened = new Uint8Array(toggles.length)
  const byLength: (Int32Array | undefined)[] = []

  const movedFor = (bytes: number): Int32Array => {
    let moved = byLength[bytes]
    if (moved === undefined) {
      moved = Int32Array.from(seeds, (seed) => movedBy(seed, bytes))
      if (bytes < REMEMBERED) byLength[bytes] = moved
    }
    return moved
  }

  return (draw) => {
    const moved = movedFor(draw.bytes)
    for (let i = 0; i < opened.length; i += 1) {
      const isIn = reaches(percentages[i] ?? 0, bucketOfMoved(moved[i] ?? 0, draw))
      opened[i] = isIn ? 1 : 0
    }
    return opened
  }
}
