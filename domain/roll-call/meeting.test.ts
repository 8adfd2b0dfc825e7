import { describe, expect, test } from 'vitest'
import { type Meeting, meetingAtRest, meetingInput, nextMeeting } from './meeting.ts'

const nine = new Date('2026-03-02T09:00:00Z')
const five = new Date('2026-03-02T09:05:00Z')
const ten = new Date('2026-03-02T09:10:00Z')

const called: Meeting = { ...meetingAtRest, turn: 'backend', turnSince: nine, beganAt: nine }

describe('a meeting', () => {
  test('calls a discipline and starts its clock', () => {
    expect(nextMeeting(meetingAtRest, { turn: 'qa' }, nine)).toEqual({
      ...meetingAtRest,
      turn: 'qa',
      turnSince: nine,
    })
  })

  test('calls another one anew, and the same one not', () => {
    expect(nextMeeting(called, { turn: 'qa' }, five).turnSince).toEqual(five)
    expect(nextMeeting(called, { turn: 'backend' }, five)).toEqual(called)
  })

  test('calls nobody', () => {
    expect(nextMeeting(called, { turn: null }, five)).toMatchObject({ turn: null, turnSince: null })
  })

  test('starts both clocks at nought, and once', () => {
    const running = nextMeeting({ ...called, beganAt: null }, { running: true }, five)
    expect(running).toMatchObject({ beganAt: five, endedAt: null, turnSince: five })
    expect(nextMeeting(running, { running: true }, ten)).toEqual(running)
  })

  test('stops the clocks where they are, and starts them anew', () => {
    const stopped = nextMeeting(called, { running: false }, five)
    expect(stopped).toMatchObject({ beganAt: nine, endedAt: five })
    expect(nextMeeting(stopped, { running: false }, ten)).toEqual(stopped)
    expect(nextMeeting(stopped, { running: true }, ten)).toMatchObject({
      beganAt: ten,
      endedAt: null,
    })
  })

  test('keeps the limits that nobody touches', () => {
    const limited = nextMeeting(called, { meeting_minutes: 30, turn_minutes: 3 }, five)
    expect(limited).toMatchObject({ meetingMinutes: 30, turnMinutes: 3, turnSince: nine })
    expect(nextMeeting(limited, { turn: 'qa', turn_minutes: null }, ten)).toMatchObject({
      meetingMinutes: 30,
      turnMinutes: null,
    })
  })
})

test.each([
  { turn: 'wizardry' },
  { turn_minutes: 0 },
  { meeting_minutes: 481 },
  { turn_minutes: 1.5 },
  { running: 'yes' },
  { mood: 'fine' },
])('no meeting is set to %j', (wrong) => {
  expect(meetingInput.safeParse(wrong).success).toBe(false)
})
