import { type Answered, answered, asciiJson } from './exchange.ts'
import { FLIPPER } from './flipper/address.ts'
import { flipperRefusal } from './flipper/errors.ts'
import { EVALUATE, keyInAddress } from './ofrep/evaluate-flag.ts'

/**
 * A failure in the form that the client of that address understands. For an evaluation that means
 * a `key` and an `errorCode` in every body, else the client hides what went wrong.
 */
export function failure(
  url: string,
  status: number,
  detail: string,
  headers: readonly string[] = [],
): Answered {
  if (isUnder(url, FLIPPER)) return answered(status, flipperRefusal(status, detail), headers)
  if (!isUnder(url, '/ofrep')) {
    return answered(status, asciiJson({ title: detail, status }), headers)
  }
  const key = isUnder(url, `${EVALUATE}/`) ? { key: keyInAddress(url) } : {}
  const errorCode = status === 400 ? 'PARSE_ERROR' : 'GENERAL'
  return answered(status, asciiJson({ ...key, errorCode, errorDetails: detail }), headers)
}

/** Answers what nothing was found for: a wrong method with 405, a wrong address with 404. */
export function notFound(url: string, method: string): Answered {
  if (isUnder(url, FLIPPER)) return answered(404, '{}')
  if (isUnder(url, EVALUATE) && method !== 'POST') {
    return failure(url, 405, 'Evaluations are asked by POST.', ['allow', 'POST'])
  }
  return failure(url, 404, 'There is nothing at this address.')
}

/** The answer to a body that is too large. */
export function tooLarge(url: string): Answered {
  return failure(url, 413, 'The body is larger than 256 kB.')
}

/** The answer to a fault of the server. */
export function fault(url: string): Answered {
  return failure(url, 500, 'The server failed at this request. It was noted.')
}

/** The answer to an error that is the client's; null when it is ours. */
export function clientFailure(url: string, error: unknown): Answered | null {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null
  if (typeof status !== 'number' || status < 400 || status > 499) return null
  if (status === 413) return tooLarge(url)
  if (status === 415) {
    return failure(url, 415, 'The content type is not one that is understood here.')
  }
  return failure(url, status, 'This request was not understood.')
}

function isUnder(url: string, prefix: string): boolean {
  if (!url.startsWith(prefix)) return false
  const next = url.charAt(prefix.length)
  return prefix.endsWith('/') || next === '' || next === '/' || next === '?'
}
