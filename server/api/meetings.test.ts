import { expect, test } from 'vitest'
import { call } from '../plans/testing/call.ts'
import { openedRound } from '../roll-call/testing/open-round.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { attendeeResult, changesResult, meetingResult } from './meeting-results.ts'
import {
  liveMeeting,
  noteAttendance,
  readChangesSince,
  readMeeting,
  runMeeting,
} from './meetings.ts'

givenCast()

test('the facilitator calls the turn and sets the clocks; nobody else does', async () => {
  const { slug, id } = await openedRound()
  const params = { slug, id }
  const json = { turn: 'backend', running: true, turn_minutes: 3 }
  const set = await call('priya', runMeeting, { params, json })
  expect(set.status).toBe(200)
  expect(meetingResult.parse(set.body)).toMatchObject({
    turn: 'backend',
    timer: { turn_minutes: 3, meeting_minutes: null },
  })
  for (const who of ['victor', 'ben', 'tomas', 'grace', 'alma'] as const) {
    expect((await call(who, runMeeting, { params, json: { turn: 'qa' } })).status).toBe(403)
  }
  const read = await call('victor', readMeeting, { params })
  expect(meetingResult.parse(read.body).turn).toBe('backend')
})

test.each([
  [{ turn: 'wizardry' }],
  [{ turn: 'analytics' }],
  [{ turn_minutes: 0 }],
  [{ mood: 'fine' }],
])('a meeting is not set to %j', async (json) => {
  const { slug, id } = await openedRound()
  expect((await call('priya', runMeeting, { params: { slug, id }, json })).status).toBe(400)
})

test('everybody notes themself, the facilitator anybody', async () => {
  const { slug, id } = await openedRound()
  const note = (who: 'victor' | 'ben' | 'priya', json: unknown) =>
    call(who, noteAttendance, { params: { slug, id }, json })
  const here = await note('victor', { present: true })
  expect(here.status).toBe(200)
  expect(attendeeResult.parse(here.body.attendee).name).toBe('Victor Nyman')
  expect((await note('victor', { present: true, name: 'Ben Castellano' })).status).toBe(403)
  expect((await note('priya', { present: true, name: 'Hana Petrov' })).status).toBe(200)
  expect((await note('ben', {})).status).toBe(400)
  expect((await note('ben', { present: true, name: ' ' })).status).toBe(400)
  expect((await note('ben', { present: true, seat: 4 })).status).toBe(400)
})

test('what is not there is not found', async () => {
  const { slug, id } = await openedRound()
  const none = '9d3f2c1b-0a9e-4d8c-b7a6-5f4e3d2c1b0a'
  const at = { params: { slug, id: none } }
  expect((await call('victor', readMeeting, at)).status).toBe(404)
  expect((await call('victor', liveMeeting, at)).status).toBe(404)
  expect((await call('priya', runMeeting, { ...at, json: {} })).status).toBe(404)
  expect((await call('ben', noteAttendance, { ...at, json: { present: true } })).status).toBe(404)
  const changes = (discipline: string) =>
    call('victor', readChangesSince, { params: { slug, id, discipline } })
  expect((await changes('wizardry')).status).toBe(404)
  expect((await changes('analytics')).status).toBe(404)
  const waiting = await changes('qa')
  expect(changesResult.parse(waiting.body)).toMatchObject({ signed: null, sections: [] })
})
