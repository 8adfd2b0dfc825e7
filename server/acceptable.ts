import { problem } from './problem.ts'
import { NotReadable } from './read-body.ts'

/**
 * Whether an Accept header takes one of these content types; it does when it is missing.
 * RFC 9110, 12.5.1: the most specific range that matches decides, and a weight of 0 refuses.
 */
export function isAcceptable(accept: string | null, types: readonly string[]): boolean {
  if (accept === null || accept.trim() === '') return true
  const ranges = accept.split(',').map((part) => {
    const [range = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase())
    const weight = parameters.find((word) => word.startsWith('q='))?.slice(2)
    return { range, taken: weight === undefined || Number(weight) > 0 }
  })
  return types.some((type) => {
    const [family] = type.split('/')
    const matching = [type, `${family}/*`, '*/*'].flatMap((wanted) =>
      ranges.filter(({ range }) => range === wanted),
    )
    return matching[0]?.taken ?? false
  })
}

/** @throws NotReadable with a 406 when the request takes none of the types that are answered. */
export function requireAcceptable(request: Request, types: readonly string[]): void {
  if (isAcceptable(request.headers.get('accept'), types)) return
  const detail = `What is answered here is ${types.join(' or ')}, and Accept leaves it out.`
  throw new NotReadable(problem('not_acceptable', detail))
}
