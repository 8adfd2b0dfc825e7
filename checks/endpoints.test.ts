import { describe, expect, test } from 'vitest'
import { sourceFiles } from '../bin/test-run/source-files.ts'
import { AREAS } from '../server/api/areas.ts'
import { OPERATIONS } from '../server/api/operations.ts'
import { linesMatching, textOf } from './written.ts'

const routes = sourceFiles(/^app\/.+\/route\.tsx?$/)
const api = routes.filter((file) => file.startsWith('app/api/v1/'))

// Two need neither a caller nor the database, and only tell what there is; the caller of the third is
// a monitoring tool, which proves itself by the secret of the one guard that it calls.
const others: Record<string, string> = {
  'app/api/v1/guards/[id]/signal/route.ts': 'receiveSignal',
  'app/api/v1/[...rest]/route.ts': 'noSuchRoute',
  'app/api/v1/openapi.json/route.ts': 'openApiDocument',
}

describe('the management API', () => {
  test('is there', () => {
    expect(api.length).toBeGreaterThan(0)
  })

  test.each(api)('%s answers through the one wrapper', (file) => {
    const handlers = [...textOf(file).matchAll(/^export (?!type|interface).*$/gm)].map(String)
    expect(handlers.length).toBeGreaterThan(0)
    const wrapped = others[file] ?? 'endpoint\\([A-Za-z]+\\)'
    const shape = new RegExp(`^export const (GET|POST|PUT|PATCH|DELETE) = ${wrapped}$`)
    const bare = handlers.filter((line) => !shape.test(line))
    expect(bare).toEqual([])
  })
})

test('every operation stands in an area that the reference and the OpenAPI document tell of', () => {
  const untold = OPERATIONS.filter(({ tag }) => AREAS[tag] === undefined)
  expect(untold.map(({ id, tag }) => `${id}: ${tag}`)).toEqual([])
})

test('a route outside the API is one of those that cannot be in it', () => {
  const others = routes.filter((file) => !file.startsWith('app/api/v1/'))
  const known = /^app\/(api\/auth\/\[\.\.\.nextauth\]|health\/(live|ready)|metrics)\/route\.ts$/
  expect(others.filter((file) => !known.test(file))).toEqual([])
})

test('nothing in app/ swallows an error: the wrapper and the error page show it', () => {
  expect(linesMatching(/\btry \{|\.catch\((async )?\(\)/, /^app\//)).toEqual([])
})
