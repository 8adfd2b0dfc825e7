import { afterEach, describe, expect, test, vi } from 'vitest'
import { ROLES } from '../../../../domain/actor.ts'
import { shown } from '../../../../server/api/examples/shown.ts'
import { STORY } from '../../../../server/api/examples/story.ts'
import { OPERATIONS } from '../../../../server/api/operations.ts'
import { barredCallers } from '../../../../server/api/testing/barred-callers.ts'
import { everyCaller } from '../../../../server/api/testing/callers.ts'
import { changesSoFar } from '../../../../server/api/testing/changes-so-far.ts'
import { givenSurroundings } from '../../../../server/api/testing/given-surroundings.ts'
import { REHEARSED, useRehearsal } from '../../../../server/api/testing/rehearsal.ts'
import type { Rights } from '../../../../server/api/testing/rights.ts'
import { rightsOf } from '../../../../server/api/testing/rights-of.ts'
import { type Sent, send, tokenOf, wordsOf } from '../../../../server/api/testing/send-example.ts'
import { handlerOf } from './handler-of.ts'

// RIGHTS_EVERY=1 asks as everybody at every step, also where another has told the same.
const EVERY = process.env.RIGHTS_EVERY === '1'

describe('the permission table over the API', () => {
  const words = givenSurroundings()
  const rehearse = useRehearsal()
  afterEach(() => {
    vi.restoreAllMocks()
  })

  test('every operation has a cell for each role, and a step of the story that fills it', () => {
    const told = new Map(STORY.map((step) => [step.of, step]))
    const missing = OPERATIONS.filter(({ id }) => !told.has(id)).map(({ id }) => id)
    expect(missing).toEqual([])
    for (const step of told.values()) {
      expect(() => rightsOf(step.of, shown(step) as Sent)).not.toThrow()
    }
  })

  test('whoever may do a step of the story can, and whoever may not is refused and changes nothing', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const [everybody, barred] = [await everyCaller(), await barredCallers()]
    const [kept, tokens] = [words(), new Map<string, string>()]
    const tried = new Set<string>()
    const faults: string[] = []
    for (const [at, { of, as, keep = {}, ...example }] of STORY.entries()) {
      const operation = OPERATIONS.find(({ id }) => id === of)
      if (!operation) throw new Error(`no operation is called ${of}`)
      const sent = shown(example, wordsOf(kept)) as Sent
      const { authorization: _, ...plain } = sent.headers ?? {}
      const rights = rightsOf(of, sent)
      await rehearse(true)
      const changesBefore = await changesSoFar()
      const asked = [
        ...everybody
          .filter(({ isTelling }) => EVERY || isTelling(rights))
          .map((caller) => ({ ...caller, expected: caller.isAllowed(rights) })),
        ...(tried.has(of) ? [] : barred)
          .filter((_, n) => EVERY || n % 3 === tried.size % 3)
          .map((caller) => ({ ...caller, expected: null })),
      ]
      await eachOf(asked, async ({ name, headers, expected }, n) => {
        const from = { 'x-forwarded-for': `10.0.${at}.${n}` }
        const all = { ...plain, ...headers, ...from }
        const ask = () => send(handlerOf, operation, null, { ...sent, headers: all })
        const first = await ask()
        // A machine that is busy says so, and is asked again.
        const { answer, text } = first.answer.status === 503 ? await ask() : first
        if (isExpected(rights, expected, answer.status)) return
        faults.push(`${at} ${of} as ${name}: ${answer.status} ${text.slice(0, 160)}`)
      })
      tried.add(of)
      if ((await changesSoFar()) !== changesBefore) faults.push(`${of} changed something`)
      await rehearse(false)
      if (as && !tokens.has(as)) tokens.set(as, await tokenOf(as))
      const headers = { ...sent.headers, 'idempotency-key': `roles-${at}` }
      const token = as === null ? null : (tokens.get(as) ?? null)
      const { answer, text } = await send(handlerOf, operation, token, { ...sent, headers })
      if (answer.status >= 400) faults.push(`${of} was refused to ${as}: ${text.slice(0, 200)}`)
      for (const [name, path] of Object.entries(keep)) {
        const value = path.split('.').reduce<unknown>((v, key) => Object(v)[key], JSON.parse(text))
        kept.set(name, String(value))
      }
    }
    expect(faults).toEqual([])
    expect(everybody.length).toBe(ROLES.length * 3 + 7)
  }, 1_200_000)
})

/** Six at a time: as many as the connections of one process bear. */
async function eachOf<T>(items: readonly T[], work: (item: T, n: number) => Promise<void>) {
  const waiting = items.entries()
  const worker = async () => {
    for (const [n, item] of waiting) await work(item, n)
  }
  await Promise.all(Array.from({ length: 6 }, worker))
}

/** Whether somebody who may, who may not, or whom nobody knows (null) should be answered so. */
function isExpected(rights: Rights, may: boolean | null, status: number): boolean {
  if (may === null || rights === 'secret') return status === 401
  if (may) return status < 400 || status === REHEARSED
  return status === (typeof rights !== 'string' && rights.hidden ? 404 : 403)
}
