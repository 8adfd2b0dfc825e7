import type { MeetingFacts } from '../../facts/meeting-facts.ts'
import { inRound, PLAN, type ToldOf } from '../told.ts'

export const meetingTold: ToldOf<MeetingFacts> = {
  'attendance.arrived': {
    target: inRound,
    data: {},
    sentence: `Tomás Ibarra came to roll call 1 of ${PLAN}.`,
  },
  'attendance.left': {
    target: inRound,
    data: {},
    sentence: `Tomás Ibarra left roll call 1 of ${PLAN}.`,
  },
  'attendance.noted': {
    target: inRound,
    data: { present: true },
    texts: { given_by: 'Fern Lindqvist' },
    sentence: `Tomás Ibarra noted that Fern Lindqvist came to roll call 1 of ${PLAN}.`,
  },
}
