import { problem } from './problem.ts'

/** The answer below /api/v1 where nothing is. */
export async function noSuchRoute(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  return problem(
    'no_such_route',
    `There is nothing at ${pathname}. What there is stands in /api/v1/openapi.json.`,
  )
}
