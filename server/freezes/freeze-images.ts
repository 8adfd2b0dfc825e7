import { z } from 'zod'
import type { FreezeTimes } from '../../domain/rollout/freeze.ts'

/** A row of freeze_window as an entry of the log left it. */
export const windowImage = z.object({
  starts_at: z.coerce.date(),
  ends_at: z.coerce.date(),
  environments: z.array(z.string()),
  lifted: z.boolean(),
})

/** A row of freeze_terms likewise. */
export const termsImage = z.object({
  team_id: z.string().nullable(),
  rule: z.string().nullable(),
  time_zone: z.string().nullable(),
  override_allowed: z.boolean(),
})

export type WindowImage = z.infer<typeof windowImage>
export type TermsImage = z.infer<typeof termsImage>

/** A freeze that was set before there were terms has these. */
export const NO_TERMS: TermsImage = {
  team_id: null,
  rule: null,
  time_zone: null,
  override_allowed: true,
}

/** When a freeze stood, by its images. */
export function timesOfImages(
  { starts_at, ends_at }: WindowImage,
  { rule, time_zone }: Pick<TermsImage, 'rule' | 'time_zone'>,
): FreezeTimes {
  const recurrence = rule === null || time_zone === null ? null : { rule, timeZone: time_zone }
  return { startsAt: starts_at, endsAt: ends_at, recurrence }
}
