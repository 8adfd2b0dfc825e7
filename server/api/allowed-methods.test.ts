import { expect, test } from 'vitest'
import { allowedMethods } from './allowed-methods.ts'

test.each([
  ['/api/v1/toggles', ['GET', 'HEAD', 'POST', 'OPTIONS']],
  ['/api/v1/toggles/import', ['POST', 'OPTIONS']],
  ['/api/v1/toggles/new_intake_form', ['GET', 'HEAD', 'OPTIONS']],
  ['/api/v1/toggles/a/environments/b', ['GET', 'HEAD', 'PATCH', 'OPTIONS']],
  ['/api/v1/audit/export', ['GET', 'HEAD', 'OPTIONS']],
  ['/api/v1/me/', ['GET', 'HEAD', 'OPTIONS']],
])('%s takes %j', (path, methods) => {
  expect(allowedMethods(path)).toEqual(methods)
})

test.each(['/api/v1/no/such/path', '/api/v1/toggles//environments/b', '/toggles', '/api/v1'])(
  '%s is left to whoever answers what is not there',
  (path) => {
    expect(allowedMethods(path)).toBeNull()
  },
)
