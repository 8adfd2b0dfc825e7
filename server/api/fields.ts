import { z } from 'zod'

/** A version or a count from outside. */
export const wholeNumber = z
  .int('is a whole number.')
  .min(0, 'is 0 or more.')
  .max(2 ** 31 - 1)

/** Why somebody does something: never empty. */
export const reasonSchema = z
  .string('Say why, as a text.')
  .trim()
  .min(1, 'Say why: a reason is kept with every change.')
  .max(4000, 'is 4,000 characters long at most.')

/** How a list is paged: `cursor` as the page before gave it, `limit` 1 to 200. */
export const pageQuery = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce
    .number('is a number.')
    .int('is a whole number.')
    .min(1, 'is 1 to 200.')
    .max(200, 'is 1 to 200.')
    .optional(),
}

/** A moment as RFC 3339 with its offset. */
export const moment = z.iso
  .datetime({ offset: true, error: 'is a moment like 2027-01-31T09:00:00Z.' })
  .transform((text) => new Date(text))
