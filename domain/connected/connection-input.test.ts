import { expect, test } from 'vitest'
import { serverInput } from './connection-input.ts'

const pathsOf = (input: object) =>
  serverInput.safeParse(input).error?.issues.map(({ path }) => path.join('.'))

test('an address is taken without its last slash', () => {
  const read = serverInput.parse({ address: ' https://flipper.example.gov/api/ ' })
  expect(read).toEqual({ address: 'https://flipper.example.gov/api', auth: 'none' })
})

test.each([
  ['ftp://flipper.example.gov'],
  ['https://user:secret@flipper.example.gov'],
  ['https://flipper.example.gov/?token=secret'],
  ['https://flipper.example.gov/#x'],
  ['flipper'],
])('%s is no address', (address) => {
  expect(pathsOf({ address })).toEqual(['address'])
})

const address = 'https://flipper.example.gov'

test.each([
  [{ auth: 'bearer' }, ['token']],
  [{ auth: 'basic', token: 'no-colon' }, ['token']],
  [{ auth: 'bearer', token: 'a\r\nx-other: b' }, ['token']],
  [{ auth: 'none', token: 'secret' }, ['auth']],
  [{ auth: 'header', token: 'secret' }, ['header']],
  [{ auth: 'header', token: 'secret', header: 'Host' }, ['header']],
  [{ auth: 'header', token: 'secret', header: 'a b' }, ['header']],
  [{ auth: 'bearer', token: 'secret', header: 'X-Token' }, ['header']],
])('%j does not fit together', (input, paths) => {
  expect(pathsOf({ address, ...input })).toEqual(paths)
})

test('a header of its own carries the token', () => {
  const input = { address, auth: 'header', header: 'flipper-cloud-token', token: 'secret' }
  expect(pathsOf(input)).toBeUndefined()
})
