import { z } from 'zod'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

const word = z.string('is a text.').min(1, 'is empty.').max(500, 'is 500 characters long at most.')

/** A moment, a minute or a day, in UTC where no offset is given; which of its ends counts differs. */
const moment = z
  .string('is a text.')
  .refine(
    (text) => momentSpan(text) !== null,
    'is a moment like 2027-01-31T09:00:00Z, a minute like 2027-01-31T09:00 or a day like 2027-01-31.',
  )

/** Each filter of the log by its name in an address: for the API, the page and its form. */
export const entryFilterShape = {
  toggle: word.optional(),
  environment: word.optional(),
  plan: word.optional(),
  actor: word.optional(),
  action: word.optional(),
  outcome: z.enum(['allowed', 'denied'], 'is allowed or denied.').optional(),
  from: moment.transform((text) => new Date(momentSpan(text)?.first ?? Number.NaN)).optional(),
  to: moment.transform((text) => new Date(momentSpan(text)?.last ?? Number.NaN)).optional(),
  q: word.optional(),
  /** Counted back from the moment of asking, so that a kept address stays true. */
  last: z.enum(['hour', 'day', 'week'], 'is hour, day or week.').optional(),
  request: z.uuid('is the id of a request.').optional(),
}

/** The filters of the log by their names in an address, in the order of its form. */
export const FILTERS = [
  'q',
  'toggle',
  'environment',
  'plan',
  'actor',
  'action',
  'outcome',
  'from',
  'to',
  'last',
  'request',
] as const satisfies readonly (keyof typeof entryFilterShape)[]

export type FilterName = (typeof FILTERS)[number]

/** Filters as they stand in an address, unread. */
export type FilterFields = Readonly<Partial<Record<FilterName, string>>>

const seqOfPage = z.coerce
  .number('is the number of an entry.')
  .int('is the number of an entry.')
  .min(0, 'is the number of an entry.')

/** How the log is asked for: filters, and a page by the numbers of entries. */
export const entryQuerySchema = z.strictObject({
  ...entryFilterShape,
  cursor: seqOfPage.optional(),
  after: seqOfPage.optional(),
  limit: z.coerce
    .number('is a number.')
    .int('is a whole number.')
    .min(1, 'is 1 to 200.')
    .max(200, 'is 1 to 200.')
    .optional(),
})

/** A moment to look back at: the last of what is named, so that a minute includes its changes. */
export const pastMomentSchema = moment.transform(
  (text) => new Date(momentSpan(text)?.last ?? Number.NaN),
)

export type EntryQuery = z.infer<typeof entryQuerySchema>

interface Span {
  /** Milliseconds since 1970. */
  readonly first: number
  readonly last: number
}

const DAY = /^\d{4}-\d\d-\d\d$/
const MINUTE = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/
const EXACT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)?$/

/**
 * The first and the last millisecond of a day, a minute, or a moment in ISO 8601, UTC where it names
 * no offset; null for anything else.
 */
export function momentSpan(text: string): Span | null {
  const hasOffset = /(?:Z|[+-]\d\d:\d\d)$/.test(text) && !DAY.test(text)
  const first = Date.parse(DAY.test(text) || hasOffset ? text : `${text}Z`)
  // Nothing was sealed before 1970, and PostgreSQL has no year 0.
  if (Number.isNaN(first) || first < 0) return null
  if (DAY.test(text)) return { first, last: first + DAY_MS - 1 }
  if (MINUTE.test(text)) return { first, last: first + MINUTE_MS - 1 }
  return EXACT.test(text) ? { first, last: first } : null
}
