import { Refused } from '../../domain/refusal.ts'

/**
 * The revision that an If-Match header names: `"3"`, `W/"3"` or a bare `3`.
 *
 * @throws Refused `invalid` on `If-Match`, also when it is missing: nothing is overwritten unseen.
 */
export function revisionNamed(header: string | null): number {
  const revision =
    header === null ? undefined : /^(?:W\/)?("?)([1-9]\d{0,8})\1$/.exec(header.trim())?.[2]
  if (revision !== undefined) return Number(revision)
  const message =
    header === null
      ? 'is missing: name the revision that you edited, as in If-Match: "3".'
      : 'is not a revision: name the one that you edited, as in If-Match: "3".'
  throw new Refused({ code: 'invalid', errors: [{ path: 'If-Match', message }] })
}

/** The entity tag of a revision, for ETag. */
export function revisionTag(revision: number): string {
  return `"${revision}"`
}
