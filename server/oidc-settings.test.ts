import { expect, test } from 'vitest'
import { readOidcSettings } from './oidc-settings.ts'

function read(env: Record<string, string>) {
  const problems: string[] = []
  const settings = readOidcSettings(
    (name) => env[name],
    (problem) => problems.push(problem),
  )
  return { settings, problems }
}

test('nothing set asks for nothing more, and takes RS256', () => {
  expect(read({})).toEqual({
    settings: { extraScopes: [], acrValues: [], algorithm: 'RS256' },
    problems: [],
  })
})

test('scopes, strength and algorithm are read', () => {
  const { settings } = read({
    OIDC_SCOPES: 'openid groups',
    OIDC_ACR_VALUES: 'http://idmanagement.gov/ns/assurance/aal/2 phr',
    OIDC_ID_TOKEN_ALGORITHM: 'ES256',
  })
  expect(settings).toEqual({
    extraScopes: ['groups'],
    acrValues: ['http://idmanagement.gov/ns/assurance/aal/2', 'phr'],
    algorithm: 'ES256',
  })
})

test.each(['none', 'HS256', 'rs256', 'EdDSA?'])('%s signs no ID token', (algorithm) => {
  expect(read({ OIDC_ID_TOKEN_ALGORITHM: algorithm }).problems).toEqual([
    expect.stringContaining('OIDC_ID_TOKEN_ALGORITHM must be one of RS256'),
  ])
})

test.each(['a  b', ' a', 'a"b', 'a\nb'])('scopes %j are refused', (text) => {
  expect(read({ OIDC_SCOPES: text }).problems).toHaveLength(1)
})
