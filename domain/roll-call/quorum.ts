import type { Attendee } from './attendance.ts'
import type { Discipline } from './disciplines.ts'
import type { RosterStatus, Speaker } from './roster.ts'
import { samePerson } from './same-person.ts'

/** Somebody who can speak for a discipline, and whether they are in the meeting. */
export interface Voice extends Speaker {
  readonly present: boolean
}

/** One discipline of the quorum. */
export interface QuorumRow {
  readonly discipline: Discipline
  readonly required: boolean
  /** `spoken` where its word counts as it stands, `present` where somebody is here to give it. */
  readonly state: 'spoken' | 'present' | 'missing'
  /** Who can speak for it; those who are here first. */
  readonly voices: readonly Voice[]
}

interface Asked {
  readonly discipline: Discipline
  readonly required: boolean
  readonly status: RosterStatus
}

/**
 * Who must speak, who of them is here, and which discipline has nobody to speak for it. A discipline
 * whose word stands, neither stale nor taken back, has spoken and needs nobody here.
 *
 * @param speakers who can speak for each discipline, in the order in which they are offered.
 */
export function quorum(
  asked: readonly Asked[],
  speakers: ReadonlyMap<Discipline, readonly Speaker[]>,
  attendance: readonly Attendee[],
): QuorumRow[] {
  const here = attendance.filter(({ present }) => present)
  return asked.map(({ discipline, required, status }) => {
    const voices = (speakers.get(discipline) ?? []).map((speaker) => ({
      ...speaker,
      present: here.some(({ person_id: id, name }) => samePerson({ id, name }, speaker)),
    }))
    const isHere = voices.some(({ present }) => present)
    const hasSpoken = status !== 'waiting' && status !== 'stale' && status !== 'withdrawn'
    return {
      discipline,
      required,
      state: hasSpoken ? 'spoken' : isHere ? 'present' : 'missing',
      voices: [...voices].sort((one, other) => Number(other.present) - Number(one.present)),
    }
  })
}
