import type { z } from 'zod'
import type { FileError } from './incoming.ts'

const MOST = 50

/** What zod found wrong with a file, by path below `content`; the first 50. */
export function fileErrors(error: z.ZodError): readonly FileError[] {
  return error.issues.slice(0, MOST).flatMap((issue) => {
    const path = ['content', ...issue.path].join('.')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: `${path}.${key}`, message: 'is not known here.' }))
    }
    return [{ path, message: issue.message }]
  })
}
