import { describe, expect, test } from 'vitest'
import type { Attendee } from './attendance.ts'
import type { Discipline } from './disciplines.ts'
import { type MeetingSeen, meetingNews, voiceOf } from './meeting-news.ts'
import type { RosterStatus, SignOff } from './roster.ts'
import { signOff } from './testing/sign-offs.ts'

const quentin = { id: 'quentin', name: 'Quentin Marsh' }
const priya = { id: 'priya', name: 'Priya Raman' }

const said = (about: Partial<SignOff> = {}) =>
  signOff('qa', { given_by: quentin, recorded_by: quentin, ...about })

function row(
  discipline: Discipline,
  name: string,
  status: RosterStatus = 'waiting',
  sign_off: SignOff | null = null,
) {
  return { discipline, name, status, sign_off }
}

const before: MeetingSeen = {
  turn: null,
  attendance: [],
  quorum: [
    {
      discipline: 'backend',
      required: true,
      state: 'present',
      voices: [{ id: 'ben', name: 'Ben Castellano', present: true }],
    },
  ],
  round: {
    decision: null,
    decided_by: null,
    disciplines: [row('backend', 'Backend'), row('qa', 'QA')],
    prompts: [{ n: 1, answer: null }],
  },
}

function inRound(change: Partial<MeetingSeen['round']>): MeetingSeen {
  return { ...before, round: { ...before.round, ...change } }
}

const withQa = (status: RosterStatus, sign_off: SignOff | null) =>
  inRound({ disciplines: [row('backend', 'Backend'), row('qa', 'QA', status, sign_off)] })

function attendee(present: boolean): Attendee {
  const since = '2026-03-02T09:00:00.000Z'
  return { id: 'a', person_id: 'ben', name: 'Ben Castellano', present, since, noted_by: 'Ben' }
}

describe('the news of a meeting', () => {
  test('are none where nothing happened', () => {
    expect(meetingNews(before, before)).toEqual([])
  })

  test.each<[string, MeetingSeen, MeetingSeen, string]>([
    ['a go', before, withQa('go', said()), 'Quentin Marsh said go for QA.'],
    [
      'a no-go that was recorded',
      before,
      withQa('no_go', said({ verdict: 'no_go', manner: 'recorded', recorded_by: priya })),
      'Quentin Marsh said no-go for QA, recorded by Priya Raman.',
    ],
    [
      'a no-go after the decision',
      withQa('go', said()),
      withQa('no_go', said({ id: 'qa-2', verdict: 'no_go', late: true })),
      'Quentin Marsh said no-go for QA after the decision.',
    ],
    [
      'another word',
      withQa('go', said()),
      withQa('no_go', said({ id: 'qa-2', verdict: 'no_go' })),
      'Quentin Marsh said no-go for QA.',
    ],
    [
      'a word that went stale',
      withQa('go', said()),
      withQa('stale', said()),
      'QA is stale: the plan changed after it was said.',
    ],
    ['a turn', before, { ...before, turn: 'backend' }, 'Now: Backend — Ben Castellano.'],
    ['a turn with nobody known', before, { ...before, turn: 'qa' }, 'Now: QA.'],
    ['who came', before, { ...before, attendance: [attendee(true)] }, 'Ben Castellano is here.'],
    [
      'who left',
      { ...before, attendance: [attendee(true)] },
      { ...before, attendance: [attendee(false)] },
      'Ben Castellano left.',
    ],
    [
      'an answer',
      before,
      inRound({ prompts: [{ n: 1, answer: 'not_applicable' }] }),
      'Prompt 1 is answered: not applicable.',
    ],
    [
      'the decision',
      before,
      inRound({ decision: 'launch', decided_by: 'Grace Okafor' }),
      'Decision: launch, by Grace Okafor.',
    ],
  ])('tell %s', (_, from, to, sentence) => {
    expect(meetingNews(from, to)).toEqual([sentence])
  })

  test('tell the weightiest last', () => {
    const after = {
      ...withQa('go', said()),
      turn: 'backend' as const,
      attendance: [attendee(true)],
    }
    expect(meetingNews(before, after)).toEqual([
      'Ben Castellano is here.',
      'Quentin Marsh said go for QA.',
      'Now: Backend — Ben Castellano.',
    ])
  })
})

test('the voice of a turn is whoever is named first for it, or nobody', () => {
  expect(voiceOf({ ...before, turn: 'backend' })).toBe('Ben Castellano')
  expect(voiceOf({ ...before, turn: 'qa' })).toBeNull()
  expect(voiceOf(before)).toBeNull()
})
