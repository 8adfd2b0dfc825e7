import { z } from 'zod'

/** How far a launch lets a toggle go: all the way on, or to a share of actors in percent. */
export type LaunchReach = 'full' | { readonly percentage: number }

/** What a launch allows. */
export interface LaunchScope {
  /** The key of the one environment that it is for. */
  readonly environment: string
  readonly up_to: LaunchReach
  /** UTC, RFC 3339; null where it has no end. */
  readonly until: string | null
}

/** What a decision may say of a launch's bounds, from a form or a program. */
export const launchScopeInput = z.strictObject({
  environment: z.string().min(1).max(63).optional(),
  up_to: z
    .union(
      [
        z.literal('full'),
        z.strictObject({ percentage: z.number().gt(0).lte(100) }),
        z.strictObject({ stage: z.string().trim().min(1).max(500) }),
      ],
      'is "full", {"percentage": …} or {"stage": …}.',
    )
    .default('full'),
  until: z.iso
    .datetime({ offset: true, error: 'is a moment like 2027-01-31T09:00:00Z.' })
    .nullish(),
})

export type LaunchScopeInput = z.infer<typeof launchScopeInput>
