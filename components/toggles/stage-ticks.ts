import type { StageTick } from './toggle-view.ts'

interface Stage {
  readonly label: string
  readonly percentage: number | null
}

/** The plan's stages that have a percentage, by percentage, each once, with a label that is short. */
export function stageTicks(stages: readonly Stage[]): StageTick[] {
  const labels = new Map<number, string>()
  for (const { label, percentage } of stages) {
    if (percentage !== null && !labels.has(percentage)) labels.set(percentage, stageName(label))
  }
  return [...labels].map(([value, label]) => ({ value, label })).sort((a, b) => a.value - b.value)
}

/** What a stage is called, without its percentage, and cut where a long heading explains itself. */
export function stageName(label: string): string {
  const bare = tidy(label.replace(/\(?~?\d+(?:\.\d+)?\s?%(?: of (?:all )?\w+)?\)?/g, ''))
  const [head = ''] = bare.split(/[:(–—]| - /)
  if (bare.length > 0 && bare.length <= 32) return bare
  const short = tidy(head)
  return short.length > 0 && short.length <= 40 ? short : 'Stage'
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s:–—-]+|(?:[\s:–—-]| (?:to|at|of|for))+$/g, '')
    .trim()
}
