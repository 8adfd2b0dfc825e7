import type { Lack } from '../../domain/roll-call/decision.ts'
import { TextLink } from '../ui/text-link.tsx'

/** The way to what a launch lacks: its row on this page, or its line in the plan. */
export function WhereToMend({ slug, lack: { at, key } }: { slug: string; lack: Lack }) {
  if (at === 'finding') {
    return (
      <TextLink href={`/plans/${slug}`}>
        Acknowledge it<span className="sr-only"> (line {key})</span>
      </TextLink>
    )
  }
  const [target, words] = at === 'prompt' ? [`prompt-${key}`, 'Answer it'] : [key, 'To its row']
  return (
    <a href={`#${target}`} className="link">
      {words}
      <span className="sr-only">
        {' '}
        {at === 'prompt' ? `(prompt ${key})` : `(${key.replaceAll('_', ' ')})`}
      </span>
    </a>
  )
}
