import type { Discipline } from './disciplines.ts'
import { type Speaker, samePerson } from './same-person.ts'

/** A discipline with everybody whose standing word it has. */
export interface SpokenFor {
  readonly discipline: Discipline
  readonly spoken_by: readonly Speaker[]
}

/** Whose word is counted for which discipline. */
export interface Assignment {
  readonly counted: ReadonlyMap<Discipline, Speaker>
  /** Spoken for, but only by people who are needed elsewhere; with one such person and where. */
  readonly short: readonly {
    readonly discipline: Discipline
    readonly name: string
    readonly needed_for: Discipline
  }[]
}

/** Whose word was counted for what, newest choice first. */
interface Choice {
  readonly person: Speaker
  readonly took: readonly Discipline[]
  readonly before: Choice | null
}

/**
 * Chooses whose word is counted for each discipline, so that whoever is counted for one that stands
 * alone is counted for no other, and everybody else may be counted for several. Finds a choice for
 * all whenever there is one; else one for as many as can be, those that stand alone first. Where
 * every discipline stands alone this is a matching of disciplines and people.
 *
 * People are gone through one after the other, keeping each set of disciplines that those before
 * can cover: at most 2¹¹ sets, so the time is linear in the number of people.
 *
 * @param spoken each discipline once; one without a word is left out of the answer.
 */
export function assignSpeakers(
  spoken: readonly SpokenFor[],
  standsAlone: readonly Discipline[],
): Assignment {
  const isAlone = (discipline: Discipline) => standsAlone.includes(discipline)
  const asked = spoken.filter(({ spoken_by }) => spoken_by.length > 0)
  const order = [
    ...asked.filter(({ discipline }) => isAlone(discipline)),
    ...asked.filter(({ discipline }) => !isAlone(discipline)),
  ]
  const disciplines = order.map(({ discipline }) => discipline)
  const bits = (some: readonly Discipline[]) =>
    some.reduce((mask, discipline) => mask | (1 << disciplines.indexOf(discipline)), 0)
  let reached = new Map<number, Choice | null>([[0, null]])
  for (const { person, speaksFor } of peopleOf(order)) {
    const alone = speaksFor.filter(isAlone).map((discipline) => [discipline])
    const together = speaksFor.filter((discipline) => !isAlone(discipline))
    const ways = together.length > 0 ? [...alone, together] : alone
    const next = new Map(reached)
    for (const [mask, before] of reached) {
      for (const took of ways) {
        const wider = mask | bits(took)
        if (!next.has(wider)) next.set(wider, { person, took, before })
      }
    }
    reached = next
  }
  const [best, choice] = [...reached].reduce((one, other) =>
    better(other[0], one[0]) ? other : one,
  )
  const choices = listed(choice)
  const counted = new Map(
    choices.flatMap(({ person, took }) => took.map((discipline) => [discipline, person] as const)),
  )
  return {
    counted,
    short: order.filter((_, bit) => (best & (1 << bit)) === 0).map(shortOf(choices)),
  }
}

function shortOf(choices: readonly Choice[]) {
  return ({ discipline, spoken_by }: SpokenFor) => {
    const busy = choices.find(({ person }) => spoken_by.some((one) => samePerson(one, person)))
    const [needed] = busy?.took ?? []
    if (!busy || needed === undefined) throw new Error(`${discipline} could have been counted`)
    return { discipline, name: busy.person.name, needed_for: needed }
  }
}

function listed(choice: Choice | null): Choice[] {
  const choices: Choice[] = []
  for (let at = choice; at; at = at.before) choices.push(at)
  return choices
}

/** More disciplines first; of as many, the one that has the earlier. */
function better(mask: number, than: number): boolean {
  const [mine, theirs] = [countBits(mask), countBits(than)]
  if (mine !== theirs) return mine > theirs
  const differ = mask ^ than
  return (mask & differ & -differ) !== 0
}

function countBits(mask: number): number {
  let count = 0
  for (let rest = mask; rest > 0; rest &= rest - 1) count += 1
  return count
}

interface Person {
  readonly person: Speaker
  readonly speaksFor: readonly Discipline[]
}

/** The people behind the words. A name alone joins all who bear it: the safe side. */
function peopleOf(spoken: readonly SpokenFor[]): Person[] {
  let people: { known: Speaker[]; speaksFor: Set<Discipline> }[] = []
  for (const { discipline, spoken_by } of spoken) {
    for (const speaker of spoken_by) {
      const mine = people.filter(({ known }) => known.some((one) => samePerson(one, speaker)))
      const joined = {
        known: [...mine.flatMap(({ known }) => known), speaker],
        speaksFor: new Set([...mine.flatMap((one) => [...one.speaksFor]), discipline]),
      }
      people = [...people.filter((one) => !mine.includes(one)), joined]
    }
  }
  return people.flatMap(({ known, speaksFor }) =>
    known[0] ? [{ person: known[0], speaksFor: [...speaksFor] }] : [],
  )
}
