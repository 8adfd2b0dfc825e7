import { describe, expect, test } from 'vitest'
import type { Attendee } from './attendance.ts'
import type { Discipline } from './disciplines.ts'
import { quorum } from './quorum.ts'
import type { RosterStatus, Speaker } from './roster.ts'

const ben = { id: 'ben', name: 'Ben Castellano' }
const kofi = { id: null, name: 'Kofi Mensah' }
const speakers = new Map<Discipline, Speaker[]>([['backend', [kofi, ben]]])

const backend = (status: RosterStatus) => ({
  discipline: 'backend' as const,
  required: true,
  status,
})

function attendee({ id, name }: Speaker, present = true): Attendee {
  const since = '2026-03-02T09:00:00.000Z'
  return { id: name, person_id: id, name, present, since, noted_by: name }
}

describe('the quorum', () => {
  test.each<[RosterStatus, readonly Attendee[], string]>([
    ['waiting', [], 'missing'],
    ['waiting', [attendee(ben)], 'present'],
    ['waiting', [attendee(ben, false)], 'missing'],
    ['waiting', [attendee({ id: null, name: 'kofi  MENSAH' })], 'present'],
    ['stale', [], 'missing'],
    ['stale', [attendee(kofi)], 'present'],
    ['go', [], 'spoken'],
    ['no_go', [], 'spoken'],
    ['abstain', [], 'spoken'],
    ['withdrawn', [], 'missing'],
  ])('of a discipline that is %s, with %o there: %s', (status, attendance, state) => {
    expect(quorum([backend(status)], speakers, attendance)[0]?.state).toBe(state)
  })

  test('names those who are here first', () => {
    const [row] = quorum([backend('waiting')], speakers, [attendee(ben)])
    expect(row?.voices.map(({ name, present }) => [name, present])).toEqual([
      ['Ben Castellano', true],
      ['Kofi Mensah', false],
    ])
  })

  test('has nobody for a discipline that nobody is known to speak for', () => {
    const content = { ...backend('waiting'), discipline: 'content' as const, required: false }
    expect(quorum([content], speakers, [attendee(ben)])).toEqual([
      { discipline: 'content', required: false, state: 'missing', voices: [] },
    ])
  })
})
