import { expect, test, vi } from 'vitest'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { attend } from './attend.ts'
import { watchMeeting } from './meeting-watch.ts'
import { runMeeting } from './run-meeting.ts'
import { signOff } from './sign-off.ts'
import { openedRound } from './testing/open-round.ts'

givenCast()

test('everybody who watches is told of a turn, a vote and who came, and nobody after they left', async () => {
  const { slug, id } = await openedRound()
  const told: unknown[][] = [[], []]
  const [first, second] = told
  const stops = told.map((heard) => watchMeeting(slug, id, (json) => heard.push(JSON.parse(json))))
  await vi.waitFor(() => expect(told.map((heard) => heard.length)).toEqual([1, 1]))

  await runMeeting(cast.priya(), { slug, rollCall: id, set: { turn: 'backend' } })
  await vi.waitFor(() => expect(first?.at(-1)).toMatchObject({ turn: 'backend' }))
  await attend(cast.ben(), { slug, rollCall: id, present: true })
  await vi.waitFor(() =>
    expect(first?.at(-1)).toMatchObject({ attendance: [{ name: 'Ben Castellano' }] }),
  )
  await signOff(cast.ben(), { slug, discipline: 'backend', verdict: 'go' })
  const said = expect.arrayContaining([
    expect.objectContaining({ discipline: 'backend', status: 'go' }),
  ])
  await vi.waitFor(() => expect(first?.at(-1)).toMatchObject({ round: { disciplines: said } }))
  expect(second?.at(-1)).toEqual(first?.at(-1))

  stops[1]?.()
  const heard = second?.length
  await runMeeting(cast.priya(), { slug, rollCall: id, set: { turn: 'qa' } })
  await vi.waitFor(() => expect(first?.at(-1)).toMatchObject({ turn: 'qa' }))
  expect(second).toHaveLength(heard ?? 0)
  stops[0]?.()
})

test('who joins later is told at once how it stands', async () => {
  const { slug, id } = await openedRound()
  const stop = watchMeeting(slug, id, () => undefined)
  const late = vi.fn()
  await vi.waitFor(() => {
    watchMeeting(slug, id, late)()
    expect(late).toHaveBeenCalled()
  })
  stop()
})
