import type { Actor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Attendee } from '../../domain/roll-call/attendance.ts'
import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import { type QuorumRow, quorum } from '../../domain/roll-call/quorum.ts'
import { db } from '../db.ts'
import { databaseNow } from './database-now.ts'
import { findAttendance } from './find-attendance.ts'
import { findRollCall, type RollCallDetail } from './find-roll-call.ts'
import { findRound } from './load-round.ts'
import { meetingSpeakers } from './meeting-speakers.ts'
import { meetingState } from './meeting-state.ts'

/** The meeting of a round as every screen shows it; nothing in it depends on who looks. */
export interface MeetingDetail {
  readonly round: Omit<RollCallDetail, 'you'>
  /** The discipline that is called; null where none is, and once the round is decided. */
  readonly turn: Discipline | null
  readonly timer: {
    readonly turn_since: string | null
    readonly began_at: string | null
    readonly ended_at: string | null
    readonly meeting_minutes: number | null
    readonly turn_minutes: number | null
  }
  readonly attendance: readonly Attendee[]
  readonly quorum: readonly QuorumRow[]
  /** The database's clock when this was read. */
  readonly at: string
}

/**
 * The meeting of a round: the round on the plan's present text, whose turn it is, who is there.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findMeeting(
  actor: Actor,
  { slug, id }: { readonly slug: string; readonly id: string },
): Promise<MeetingDetail> {
  const { you: _, ...round } = await findRollCall(actor, { slug, id })
  return db().$transaction(
    async (tx) => {
      const plan = await tx.plan.findUniqueOrThrow({
        where: { slug },
        select: { id: true, teamId: true },
      })
      const terms = await findRound(tx, plan.id, round.id)
      if (!terms) throw new Refused({ code: 'not_found', what: 'roll call', key: id })
      const speakers = await meetingSpeakers(tx, plan, terms.policy)
      const state = await meetingState(tx, round.id)
      const attendance = await findAttendance(tx, round.id)
      const at = (moment: Date | null) => moment?.toISOString() ?? null
      return {
        round,
        turn: round.decision === null ? state.turn : null,
        timer: {
          turn_since: at(state.turnSince),
          began_at: at(state.beganAt),
          ended_at: at(state.endedAt) ?? (state.beganAt && round.decided_at),
          meeting_minutes: state.meetingMinutes,
          turn_minutes: state.turnMinutes,
        },
        attendance,
        quorum: quorum(round.disciplines, speakers, attendance),
        at: (await databaseNow(tx)).toISOString(),
      }
    },
    { isolationLevel: 'RepeatableRead' },
  )
}
