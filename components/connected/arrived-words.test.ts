import { expect, test } from 'vitest'
import { arrivedWords } from './arrived-words.ts'

const now = new Date('2026-11-20T12:00:00Z')

test('says to the second when somebody waits for it, and then as elsewhere', () => {
  const words = (at: string | null) => arrivedWords('flipper.example.gov', at, now)
  expect(words('2026-11-20T11:59:58Z')).toBe('Pushed to flipper.example.gov 2 s ago')
  expect(words('2026-11-20T12:00:03Z')).toBe('Pushed to flipper.example.gov 0 s ago')
  expect(words('2026-11-20T11:56:00Z')).toBe('Pushed to flipper.example.gov 4 minutes ago')
  expect(words(null)).toBe('Stands on flipper.example.gov')
})
