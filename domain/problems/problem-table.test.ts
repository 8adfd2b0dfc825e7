import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allProblems, PROBLEMS, problemAddress, problemNamed } from './problem-table.ts'

const written = readFileSync(new URL('../refusal.ts', import.meta.url), 'utf8')
const refusals = [...written.matchAll(/readonly code: '([a-z_]+)'/g)].map(([, code]) => code ?? '')

test('every refusal has a page', () => {
  expect(refusals.length).toBeGreaterThan(15)
  expect(refusals.filter((code) => !(code in PROBLEMS))).toEqual([])
})

test('each page has its own address and is found by it', () => {
  const all = allProblems()
  expect(new Set(all.map(({ address }) => address)).size).toBe(Object.keys(PROBLEMS).length)
  for (const { code, address } of all) {
    expect(problemAddress(code)).toBe(address)
    expect(problemNamed(address.replace('/problems/', ''))).toBe(PROBLEMS[code])
  }
  expect(problemNamed('no-such-problem')).toBeNull()
})

test.each(allProblems())(
  '$code says in sentences what happened, what was not changed and what to do',
  (problem) => {
    for (const text of [problem.happened, problem.unchanged, problem.todo]) {
      expect(text).toMatch(/^[A-Z].+\.$/)
    }
    expect(problem.unchanged).toMatch(/^Nothing (was|is known to have) changed/)
    expect(problem.status).toBeGreaterThanOrEqual(400)
  },
)
