import type { ImportStep } from './import-calls.ts'

function count(steps: readonly ImportStep[], does: ImportStep['does']): number {
  return steps.filter((step) => step.does === does).length
}

/** "3 created, 1 changed, 12 left"; what does not occur is not said. */
export function countsWords(steps: readonly ImportStep[]): string {
  const words = [
    [count(steps, 'create'), 'created'],
    [count(steps, 'change'), 'changed'],
    [count(steps, 'leave'), 'left as they are'],
    [count(steps, 'retired'), 'retired here and not used again'],
  ] as const
  const said = words.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`)
  return said.length === 0 ? 'The file names no toggle' : said.join(', ')
}

/** What the button does: "Create 3 and change 1 toggle, in Production"; null when it does nothing. */
export function actionWords(
  steps: readonly ImportStep[],
  environment: string | null,
): string | null {
  const created = count(steps, 'create')
  const changed = count(steps, 'change')
  const parts = [
    ...(created > 0 ? [`create ${created}`] : []),
    ...(changed > 0 ? [`change ${changed}`] : []),
  ]
  if (parts.length === 0) return null
  const last = changed > 0 ? changed : created
  const words = `${parts.join(' and ')} ${last === 1 ? 'toggle' : 'toggles'}`
  const where = environment === null ? '' : `, with their states in ${environment}`
  return words.charAt(0).toUpperCase() + words.slice(1) + where
}
