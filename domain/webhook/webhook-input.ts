import { z } from 'zod'
import { isKindOfEntry } from '../audit/describe.ts'

/** What a webhook sends: an envelope that programs verify, or a message that Slack shows. */
export const WEBHOOK_FORMATS = ['standard', 'slack'] as const

export type WebhookFormat = (typeof WEBHOOK_FORMATS)[number]

const name = z
  .string('is a text.')
  .trim()
  .min(1, 'Give it a name, such as who receives it.')
  .max(80, 'is 80 characters long at most.')
  .regex(/^[^\p{Cc}]*$/u, 'has a character that cannot be shown.')

const url = z
  .string('is the address of the receiver.')
  .trim()
  .max(2000, 'is 2,000 characters long at most.')
  .refine((text) => plainAddress(text) !== null, {
    error:
      'is an address like https://siem.example.gov/rollcall, without a name or password in it.',
  })
  .transform((text) => plainAddress(text)?.href ?? text)

const kinds = z
  .array(
    z.string('is a text.').refine(isKindOfEntry, {
      error: 'is no kind of entry: name one like toggle.widened, or all of a sort like toggle.',
    }),
    'is a list of kinds of entries; an empty one means all.',
  )
  .max(100, 'are 100 at most.')

const environments = z
  .array(
    z.string('is the key of an environment.'),
    'is a list of environment keys; an empty one means all.',
  )
  .max(50, 'are 50 at most.')

/** A webhook as somebody asks for it. */
export const webhookInput = z.strictObject({
  name,
  url,
  format: z.enum(WEBHOOK_FORMATS, 'is standard or slack.').optional(),
  kinds: kinds.optional(),
  environments: environments.optional(),
})

export type WebhookInput = z.infer<typeof webhookInput>

/** What of a webhook may change; what is left out stays. */
export const webhookPatch = webhookInput.partial().extend({
  enabled: z.boolean('is true or false.').optional(),
  /** When it is switched on again: leave out what was written meanwhile. */
  skip_missed: z.boolean('is true or false.').optional(),
  expected_version: z.int('is a whole number.').min(1).optional(),
})

export type WebhookPatch = z.infer<typeof webhookPatch>

/** An http or https address without credentials or fragment; null for anything else. */
function plainAddress(text: string): URL | null {
  const address = URL.parse(text)
  if (address === null || !/^https?:$/.test(address.protocol)) return null
  const { username, password, hash, hostname } = address
  return username === '' && password === '' && hash === '' && hostname !== '' ? address : null
}
