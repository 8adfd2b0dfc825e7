import { describe, expect, it } from 'vitest'
import { criterionWords } from '../rollout/criterion.ts'
import { readCriterion } from './read-criterion.ts'

const read = (text: string) => {
  const found = readCriterion(text)
  return found && `${found.name}: ${criterionWords(found)}`
}

describe('a criterion as teams write it', () => {
  it.each([
    ['error rate under 1%', 'Error rate: < 1 %'],
    ['Error rate: <1%', 'Error rate: < 1 %'],
    ['*Error rate* < 0.5 %.', 'Error rate: < 0.5 %'],
    ['abandonment rate <20%', 'Abandonment rate: < 20 %'],
    ['Contact-center calls < 2', 'Contact-center calls: < 2'],
    ['reported contact center calls < 2 calls', 'Reported contact center calls: < 2 calls'],
    ['Fewer than 5 calls to the contact center', 'Calls to the contact center: < 5'],
    ['p95 latency is at most 800 ms', 'P95 latency: ≤ 800 ms'],
    ['Latency does not exceed 2 seconds', 'Latency: ≤ 2 s'],
    ['Error rate stays below 1% over 24 hours', 'Error rate over 24 hours: < 1 %'],
    ['at least 500 downloads a week', 'Downloads a week: ≥ 500'],
    ['At least 80% of users finish the form', 'Users finish the form: ≥ 80 %'],
    ['no more than 1,000 retries', 'Retries: ≤ 1000'],
    ['satisfaction above 80 percent', 'Satisfaction: > 80 %'],
    ['silent failures = 0', 'Silent failures: = 0'],
    ['No silent failures', 'Silent failures: = 0'],
    ['zero failed submissions in the queue', 'Failed submissions in the queue: = 0'],
    ['Response time between 100 and 300 ms', 'Response time: 100 to 300 ms'],
  ])('"%s"', (text, words) => {
    expect(read(text)).toBe(words)
  })

  it.each([
    'Successful submissions',
    'People seem happy',
    'Abandonment rate:',
    'Canary: 10 submissions',
    '25%/50%/75%: >10 submissions',
    'Error rate no more than 10% higher than baseline',
    'If errors exceed 5%, roll back',
    'roll back when the error rate is above 5%',
    'No alerts triggered on 422/500 error charts or overall error rate',
    'No change in call volume',
    'Same as Stage A',
    'Errors rise over 24 hours',
    'error rate under 1% and latency under 2 s',
    'around 5 calls',
    'Downstream confirmation from the queue',
    '',
    '< 5',
  ])('is not guessed from "%s"', (text) => {
    expect(read(text)).toBeNull()
  })
})
