import { describe, expect, test } from 'vitest'
import { askedDisciplines, disciplinesToAsk } from './disciplines-to-ask.ts'
import { defaultPolicy } from './policy.ts'

describe('whom a round asks', () => {
  test('what the policy requires, when the plan adds nothing', () => {
    const asked = disciplinesToAsk(defaultPolicy, { require: [], invite: [] })
    expect(asked.map(({ discipline }) => discipline)).toEqual(defaultPolicy.required)
    expect(asked.every(({ required }) => required)).toBe(true)
  })

  test('a plan adds disciplines, required or invited, each once', () => {
    const asked = disciplinesToAsk(defaultPolicy, {
      require: ['content', 'backend'],
      invite: ['analytics', 'content', 'qa'],
    })
    expect(asked.slice(7).map(({ discipline, required }) => [discipline, required])).toEqual([
      ['content', true],
      ['analytics', false],
    ])
    expect(asked.find(({ discipline }) => discipline === 'qa')?.required).toBe(true)
  })

  test('what is kept with a round reads back the same', () => {
    const asked = disciplinesToAsk(defaultPolicy, { require: ['content'], invite: ['analytics'] })
    expect(askedDisciplines.parse(JSON.parse(JSON.stringify(asked)))).toEqual(asked)
  })
})
