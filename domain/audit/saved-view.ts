import { z } from 'zod'
import { entryFilterShape, FILTERS, type FilterFields } from './entry-query.ts'

/** The filters of a view as they stand in the log's address; each must be one that it understands. */
export const viewFilter = z
  .partialRecord(z.enum(FILTERS), z.string().max(500))
  .superRefine((filter, context) => {
    const { error } = z.strictObject(entryFilterShape).safeParse(filter)
    for (const { path, message } of error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: [...path], message })
    }
    if (Object.keys(filter).length === 0) {
      context.addIssue({ code: 'custom', message: 'narrows nothing: choose a filter first.' })
    }
  })

/** A view to keep, from a form or a program. */
export const savedViewInput = z.strictObject({
  name: z
    .string('is a text.')
    .trim()
    .min(1, 'Give the view a name.')
    .max(80, 'is 80 characters long at most.'),
  filter: viewFilter,
})

export type SavedViewInput = z.infer<typeof savedViewInput>

/** A filter of the log that somebody keeps under a name. */
export interface SavedView {
  readonly id: string
  readonly name: string
  readonly filter: FilterFields
}
