import { z } from 'zod'
import { Refused } from '../../domain/refusal.ts'
import { type ScheduleStep, scheduleStepSchema } from '../../domain/schedule/schedule-input.ts'
import type { Db } from '../db.ts'

/** A schedule as a command holds it. */
export interface ScheduleRow {
  readonly id: string
  readonly version: number
  readonly state: 'waiting' | 'done' | 'refused' | 'cancelled'
  readonly due: string
  readonly steps: readonly ScheduleStep[]
  readonly reason: string
  readonly madeBy: string
  readonly environment: string
  readonly plan: string | null
}

const stepsSchema = z.array(scheduleStepSchema)

/** The name of a schedule's job on the worker's list. */
export function jobKeyOf(id: string): string {
  return `schedule:${id}`
}

/** The flips of a schedule as its row keeps them. */
export function stepsOf(steps: unknown): readonly ScheduleStep[] {
  return stepsSchema.parse(steps)
}

/**
 * Takes hold of a schedule until the transaction ends, so that it is settled once.
 *
 * @throws Refused `not_found`.
 */
export async function lockSchedule(tx: Db, id: string): Promise<ScheduleRow> {
  const [row] = await tx.$queryRaw<(Omit<ScheduleRow, 'steps'> & { steps: unknown })[]>`
    SELECT s.id, s.version, s.state, s.due, s.steps, s.reason, s.made_by AS "madeBy",
           e.key AS environment, p.slug AS plan
      FROM schedule s JOIN environment e ON e.id = s.environment_id
      LEFT JOIN plan p ON p.id = s.plan_id
     WHERE s.id = ${id}::uuid FOR UPDATE OF s`
  if (!row) throw new Refused({ code: 'not_found', what: 'schedule', key: id })
  return { ...row, steps: stepsOf(row.steps) }
}

/** What the entries of a schedule tell of it. */
export function scheduleTarget({ steps, environment, plan }: ScheduleRow) {
  const [first, ...others] = steps
  return {
    environment,
    ...(first === undefined || others.length > 0 ? {} : { toggle: first.toggle }),
    ...(plan === null ? {} : { plan }),
  }
}
