import { z } from 'zod'
import { isWebAddress, overrideReasonFault } from './override-reason.ts'

/** An address on the web, as people paste it. */
export const webAddress = z
  .string('is a web address.')
  .trim()
  .max(2000, 'is 2,000 characters long at most.')
  .refine(isWebAddress, {
    error: 'is a web address that begins with https:// or http://.',
  })

/** What an override brings: why the checks are passed over, and the incident that it serves. */
export const overrideInput = z.strictObject({
  reason: z
    .string('Say why, as a text.')
    .trim()
    .max(4000, 'is 4,000 characters long at most.')
    .superRefine((reason, context) => {
      const fault = overrideReasonFault(reason)
      if (fault !== null) context.addIssue({ code: 'custom', message: fault })
    }),
  incident_link: webAddress.optional(),
})

export type OverrideInput = z.infer<typeof overrideInput>
