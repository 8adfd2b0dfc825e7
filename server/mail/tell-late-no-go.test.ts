import { expect, test } from 'vitest'
import { db } from '../db.ts'
import { keptPlan } from '../plans/testing/kept-plan.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { tellLateNoGo } from './tell-late-no-go.ts'

givenCast()

test('a no-go after launch is told to who widens, once, with its reason', async () => {
  const { slug } = await keptPlan()
  const plan = await db().plan.findUniqueOrThrow({ where: { slug } })
  const told = {
    id: 'the sign-off',
    plan,
    discipline: 'backend',
    said: 'no_go',
    by: cast.ben(),
    note: 'The queue grows.',
  } as const
  expect(await tellLateNoGo(db(), told)).toBe(1)
  expect(await tellLateNoGo(db(), told)).toBe(0)
  expect(await db().mail.findMany({ select: { name: true, subject: true, body: true } })).toEqual([
    {
      name: 'Tomás Ibarra',
      subject: `No-go after launch: ${plan.title}`,
      body: `Ben Castellano said no-go for backend after “${plan.title}” was launched. Its toggles are not widened further until that is settled; nothing was undone.\n\nWhy: The queue grows.`,
    },
  ])
})

test('a go taken back is told as such, and not to who took it back', async () => {
  const { slug } = await keptPlan()
  const plan = await db().plan.findUniqueOrThrow({ where: { slug } })
  const said = { id: '1', plan, discipline: 'qa', said: 'withdrawn', note: null } as const
  expect(await tellLateNoGo(db(), { ...said, by: cast.tomas() })).toBe(0)
  expect(await tellLateNoGo(db(), { ...said, by: cast.quentin() })).toBe(1)
  expect((await db().mail.findFirst())?.body).toMatch(/^Quentin Marsh took back the word of QA/)
})
