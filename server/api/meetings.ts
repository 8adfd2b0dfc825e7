import { z } from 'zod'
import { Refused } from '../../domain/refusal.ts'
import { attendanceInput } from '../../domain/roll-call/attendance.ts'
import { isDiscipline } from '../../domain/roll-call/disciplines.ts'
import { meetingInput } from '../../domain/roll-call/meeting.ts'
import { eventStream } from '../live/event-stream.ts'
import { attend } from '../roll-call/attend.ts'
import { findChangesSince } from '../roll-call/find-changes-since.ts'
import { findMeeting } from '../roll-call/find-meeting.ts'
import { watchMeeting } from '../roll-call/meeting-watch.ts'
import { runMeeting as run } from '../roll-call/run-meeting.ts'
import { attendeeResult, changesResult, meetingResult } from './meeting-results.ts'
import { operation } from './operation.ts'

const tag = 'Roll calls'
const roundParams = z.strictObject({ slug: z.string(), id: z.string() })
const path = '/release-plans/{slug}/roll-calls/{id}'

/** A stream asks anew who listens after this long. */
const STREAM_MS = 120_000

export const readMeeting = operation({
  id: 'readMeeting',
  method: 'GET',
  path: `${path}/meeting`,
  summary: 'The meeting of a round: the round, whose turn it is, the clocks, who is there',
  tag,
  params: roundParams,
  result: meetingResult,
  run: (actor, { params }) => findMeeting(actor, params),
})

export const runMeeting = operation({
  id: 'runMeeting',
  method: 'PUT',
  path: `${path}/meeting`,
  summary: "Calls a discipline's turn, starts or stops the clocks; what is left out stays",
  tag,
  params: roundParams,
  body: meetingInput,
  result: meetingResult,
  run: async (actor, { params, body }) => {
    await run(actor, { slug: params.slug, rollCall: params.id, set: body })
    return findMeeting(actor, params)
  },
})

export const liveMeeting = operation({
  id: 'liveMeeting',
  method: 'GET',
  path: `${path}/meeting/live`,
  summary: 'Server-sent events: the meeting, now and whenever anything in it moves',
  tag,
  params: roundParams,
  resultType: 'text/event-stream',
  result: z.string(),
  run: async (actor, { params: { slug, id } }) => {
    const { round } = await findMeeting(actor, { slug, id })
    return eventStream({
      retryMs: 500,
      endsAfterMs: STREAM_MS,
      begin: (send) => watchMeeting(slug, round.id, (json) => send('meeting', json)),
    })
  },
})

export const noteAttendance = operation({
  id: 'noteAttendance',
  method: 'PUT',
  path: `${path}/attendance`,
  summary:
    'Notes that the caller came to the meeting or left it, or, by the facilitator, whom `name` names',
  tag,
  params: roundParams,
  body: attendanceInput,
  result: z.object({ attendee: attendeeResult.nullable(), seq: z.int().nullable() }),
  run: async (actor, { params: { slug, id: rollCall }, body }) => {
    const { result, seqs } = await attend(actor, { slug, rollCall, ...body })
    return { attendee: result, seq: seqs[0] ?? null }
  },
})

export const readChangesSince = operation({
  id: 'readChangesSince',
  method: 'GET',
  path: `${path}/changes/{discipline}`,
  summary: 'What changed under a stale sign-off: each section as it was signed and as it stands',
  tag,
  params: roundParams.extend({ discipline: z.string() }),
  result: changesResult,
  run: (actor, { params: { slug, id, discipline } }) => {
    if (!isDiscipline(discipline)) {
      throw new Refused({ code: 'not_found', what: 'discipline', key: discipline })
    }
    return findChangesSince(actor, { slug, id, discipline })
  },
})
