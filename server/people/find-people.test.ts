import { expect, test } from 'vitest'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findPeople } from './find-people.ts'

givenCast()

test('everybody who can sign in is listed by name with what they are', async () => {
  const people = await findPeople(cast.victor())
  expect(people).toHaveLength(10)
  expect(people.map(({ name }) => name)).toEqual(people.map(({ name }) => name).toSorted())
  expect(people).toContainEqual(
    expect.objectContaining({ name: 'Ben Castellano', roles: 'Backend', team: 'Benefits Portal' }),
  )
})

test('addresses are only for who manages people', async () => {
  const shown = async (person: typeof cast.alma) =>
    (await findPeople(person(), { q: 'priya' })).map(({ email }) => email)
  expect(await shown(cast.victor)).toEqual([null])
  expect(await shown(cast.tomas)).toEqual([null])
  expect(await shown(cast.alma)).toEqual([expect.stringContaining('@')])
})

test('a part of a name finds it, in any case', async () => {
  expect(await findPeople(cast.victor(), { q: 'LIND' })).toMatchObject([{ name: 'Fern Lindqvist' }])
  expect(await findPeople(cast.victor(), { q: 'nobody' })).toEqual([])
})

test('who manages people may erase them, but nobody themselves', async () => {
  const people = await findPeople(cast.alma())
  expect(people.filter(({ mayErase }) => !mayErase)).toMatchObject([{ name: 'Alma Reyes' }])
  expect((await findPeople(cast.grace())).filter(({ mayErase }) => mayErase)).toEqual([])
})
