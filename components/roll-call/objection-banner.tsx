import { Callout } from '../ui/callout.tsx'
import { TextLink } from '../ui/text-link.tsx'

interface ObjectionBannerProps {
  objections: readonly {
    readonly plan: { readonly slug: string; readonly title: string }
    readonly detail: string
  }[]
}

/** Who objects to a launch since it was decided; nothing where nobody does. */
export function ObjectionBanner({ objections }: ObjectionBannerProps) {
  if (objections.length === 0) return null
  return (
    <div className="my-6 first:mt-0">
      <Callout
        tone="danger"
        title={
          objections.length === 1
            ? 'A discipline objects to a launch'
            : `${objections.length} disciplines object to a launch`
        }
      >
        <ul className="flex flex-col gap-1">
          {objections.map(({ plan, detail }) => (
            <li key={`${plan.slug} ${detail}`} className="wrap-anywhere">
              <TextLink href={`/plans/${plan.slug}/roll-call`}>{plan.title}</TextLink>: {detail}
            </li>
          ))}
        </ul>
        <p className="mt-1 text-ink-soft">
          Nothing widens any further on it until a new roll call decides. Nothing was undone.
        </p>
      </Callout>
    </div>
  )
}
