import { Refused } from '../../domain/refusal.ts'

/**
 * The version that If-Match names, as in `"3"`; undefined without the header or for `*`.
 *
 * @throws Refused `invalid` for anything else.
 */
export function versionNamed(header: string | null): number | undefined {
  const text = header?.trim() ?? '*'
  if (text === '*') return undefined
  const version = /^(?:W\/)?("?)(\d{1,9})\1$/.exec(text)?.[2]
  if (version !== undefined) return Number(version)
  const message = 'names the version that was read, as in If-Match: "3".'
  throw new Refused({ code: 'invalid', errors: [{ path: 'If-Match', message }] })
}
