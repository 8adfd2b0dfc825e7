import type { FilterFields } from '../../domain/audit/entry-query.ts'
import { TextLink } from '../ui/text-link.tsx'
import { auditAddress } from './audit-query.ts'

/** What is asked for most, in one step each. */
export function QuickFilters({ fields }: { fields: FilterFields }) {
  const ways: readonly { label: string; fields: FilterFields }[] = [
    { label: 'The last hour', fields: { last: 'hour' } },
    { label: 'Flips in production', fields: { action: 'toggle', environment: 'production' } },
    { label: 'Refused attempts', fields: { outcome: 'denied' } },
    { label: 'Overrides', fields: { action: 'flip.overrode_checks' } },
    { label: 'Decisions', fields: { action: 'roll_call.decided' } },
  ]
  const here = auditAddress(fields)
  return (
    <ul aria-label="Often asked for" className="mb-6 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {ways.map((way) => {
        const address = auditAddress(way.fields)
        return (
          <li key={way.label}>
            <TextLink
              href={address}
              prefetch={false}
              aria-current={address === here ? 'true' : undefined}
              className="inline-block min-h-6 leading-6 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            >
              {way.label}
            </TextLink>
          </li>
        )
      })}
    </ul>
  )
}
