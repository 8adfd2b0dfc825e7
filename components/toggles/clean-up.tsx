import { Callout } from '../ui/callout.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { StillAsked, type UseView } from './still-asked.tsx'

export type StaleView = {
  readonly kind: 'fully_on' | 'off_everywhere'
  readonly since: string
  readonly days: number
}

type CleanUpProps = {
  stale: StaleView
  /** Who asks evaluation for it, newest first. */
  asked: readonly UseView[]
  /** The plans whose looks back are not all recorded. */
  toLookBack: readonly { readonly slug: string; readonly title: string }[]
  /** Null where the reader may archive it; else who does, as a phrase. */
  archivedBy: string | null
}

/** That a toggle is done for, since when, and what is left to do about it. */
export function CleanUp({ stale, asked, toLookBack, archivedBy }: CleanUpProps) {
  const isOn = stale.kind === 'fully_on'
  return (
    <Callout
      tone="warning"
      title={
        isOn
          ? `Open to everybody for ${stale.days} days: time to clean up`
          : `Off everywhere for ${stale.days} days: time to clean up`
      }
    >
      <p>
        Unchanged since <TimeStamp at={stale.since} />. <StillAsked asked={asked} /> What is left:
      </p>
      <ol className="list-decimal pl-5">
        {toLookBack.map(({ slug, title }) => (
          <li key={slug}>
            Record the check-ins of{' '}
            <TextLink href={`/plans/${slug}/stages#check-ins`}>{title}</TextLink>.
          </li>
        ))}
        <li>
          Remove it from the code, {isOn ? 'keeping what is behind it' : 'with what is behind it'}.
        </li>
        <li>
          {archivedBy === null
            ? 'Archive it below, once nothing asks for it any more.'
            : `Have it archived by ${archivedBy}, once nothing asks for it any more.`}
        </li>
      </ol>
    </Callout>
  )
}
