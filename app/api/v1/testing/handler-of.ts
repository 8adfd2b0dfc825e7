import type { HandlerOf } from '../../../../server/api/testing/send-example.ts'

/** The handler of an operation in its route's own file. */
export const handlerOf: HandlerOf = async ({ method, path }) => {
  const folder = path.replaceAll('{', '[').replaceAll('}', ']')
  const route: Record<string, unknown> = await import(
    /* @vite-ignore */ `../${folder.slice(1)}/route.ts`
  )
  const handler = route[method]
  if (typeof handler !== 'function') throw new Error(`${folder} does not answer ${method}`)
  return (request, context) => handler(request, context)
}
