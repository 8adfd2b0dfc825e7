import type { ToggleState } from '../../../domain/toggle/state.ts'
import { BETA, CLAIMS, written } from './gates.ts'

/** Somebody who asks: every trait by itself, so that each gate finds people whom no other lets in. */
interface Person {
  readonly name: string | null
  /** Where their id falls, 0 to 100; null for who is not signed in. */
  readonly bucket: number | null
  /** What the dice show when they ask, 0 to 100. */
  readonly luck: number
  readonly groups: readonly string[]
  readonly beta: boolean
  readonly claims: boolean
}

const somewhere = [0.5, 4, 8, 20, 40, 60, 90]
const luck = [0.5, 4, 8, 20, 40, 60, 90]

function everybody(): Person[] {
  const people: Person[] = []
  for (const beta of [false, true]) {
    for (const claims of [false, true]) {
      for (const dice of luck) {
        people.push({ name: null, bucket: null, luck: dice, groups: [], beta, claims })
        for (const bucket of somewhere) {
          for (const name of ['veteran-1', 'veteran-2', 'somebody']) {
            for (const groups of [[], ['testers'], ['staff']]) {
              people.push({ name, bucket, luck: dice, groups, beta, claims })
            }
          }
        }
      }
    }
  }
  return people
}

const PEOPLE = everybody()

function isIn(state: ToggleState, who: Person): boolean {
  if (state.boolean) return true
  if (state.expression !== null) {
    const asked = JSON.stringify(state.expression)
    if (asked === JSON.stringify(BETA) && who.beta) return true
    if (asked === JSON.stringify(CLAIMS) && who.claims) return true
    if (asked === JSON.stringify({ Any: [BETA, CLAIMS] }) && (who.beta || who.claims)) return true
  }
  if (who.name !== null && state.actors.includes(who.name)) return true
  if (who.bucket !== null && who.bucket < (state.percentageOfActors ?? 0)) return true
  if (who.luck < (state.percentageOfTime ?? 0)) return true
  return who.groups.some((group) => state.groups.includes(group))
}

/** What a change does to who is in, found by asking everybody before and after. */
export interface Movement {
  readonly letsIn: boolean
  readonly takesOut: boolean
}

const known = new Map<string, Movement>()

/** Asks everybody before and after: who comes in, who goes out. */
export function movement(before: ToggleState, after: ToggleState): Movement {
  const key = `${written(before)} ${written(after)}`
  const found = known.get(key)
  if (found) return found
  let letsIn = false
  let takesOut = false
  for (const who of PEOPLE) {
    const was = isIn(before, who)
    const is = isIn(after, who)
    if (is && !was) letsIn = true
    if (was && !is) takesOut = true
  }
  const moved = { letsIn, takesOut }
  known.set(key, moved)
  return moved
}
