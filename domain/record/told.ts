import { z } from 'zod'

/** The entry of the log that tells a thing: its number, when it was sealed, and who acted. */
export const told = z.object({
  seq: z.int(),
  /** ISO 8601, UTC, to the microsecond; by the database's clock. */
  at: z.iso.datetime(),
  by: z.string(),
})

export type Told = Readonly<z.infer<typeof told>>
