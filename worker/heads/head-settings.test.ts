import { expect, test } from 'vitest'
import { readHeadSettings } from './head-settings.ts'

const demo = { home: '/var/lib/rollcall', embedded: true }
const real = { ...demo, embedded: false }

test('the demo keeps heads in a folder and mails them to an auditor', () => {
  expect(readHeadSettings({}, demo)).toMatchObject({
    alg: 'ed25519',
    keyFile: '/var/lib/rollcall/head-key.pem',
    places: [
      { kind: 'file', folder: '/var/lib/rollcall/heads' },
      { kind: 'mail', address: 'auditor@example.gov' },
    ],
  })
  expect(readHeadSettings({}, real).places).toHaveLength(1)
})

test('places are told by their addresses, and their names hold no secret', () => {
  const HEAD_PLACES =
    'file:///srv/heads, https://witness.example.gov/heads?key=s3cret mailto:auditor@example.gov syslog+tls://log.example.gov'
  const { places } = readHeadSettings({ HEAD_PLACES }, real)
  expect(places.map(({ name }) => name)).toEqual([
    'file',
    'https://witness.example.gov',
    'mailto:auditor@example.gov',
    'syslog+tls://log.example.gov:6514',
  ])
})

test('what is wrong is said by its name', () => {
  expect(() => readHeadSettings({ HEAD_ALGORITHM: 'rsa' }, real)).toThrow(/HEAD_ALGORITHM/)
  expect(() => readHeadSettings({ HEAD_PLACES: 'ftp://example.gov' }, real)).toThrow(/HEAD_PLACES/)
})
