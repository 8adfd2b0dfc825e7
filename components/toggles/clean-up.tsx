import { Callout } from '../ui/callout.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'

export type StaleView = {
  readonly kind: 'fully_on' | 'off_everywhere'
  readonly since: string
  readonly days: number
}

type CleanUpProps = {
  stale: StaleView
  plans: readonly { readonly slug: string; readonly title: string }[]
}

/** That a toggle is done for, since when, and what is left to do about it. */
export function CleanUp({ stale, plans }: CleanUpProps) {
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
        Unchanged since <TimeStamp at={stale.since} />. What is left:
      </p>
      <ol className="list-decimal pl-5">
        {plans.map(({ slug, title }) => (
          <li key={slug}>
            The check-ins of <TextLink href={`/plans/${slug}`}>{title}</TextLink>
          </li>
        ))}
        <li>
          Remove it from the code, {isOn ? 'keeping what is behind it' : 'with what is behind it'}.
        </li>
        <li>Archive it below, once nothing asks for it any more.</li>
      </ol>
    </Callout>
  )
}
