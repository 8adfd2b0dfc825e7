import { z } from 'zod'

/** A mail as the demo's mailbox keeps it. */
export const keptMail = z.object({
  id: z.string().regex(/^[0-9]{13}-[0-9a-f]{12}$/),
  /** When it was taken. */
  at: z.iso.datetime(),
  messageId: z.string(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
})

export type KeptMail = z.infer<typeof keptMail>
