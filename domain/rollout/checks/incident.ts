import { whoMay } from '../../permissions.ts'
import { type Check, seen } from '../check.ts'

export interface IncidentFacts {
  /** The open incidents of the toggle, here or everywhere. */
  readonly incidents: readonly { readonly title: string; readonly link: string | null }[]
}

/** Passes while no incident is open on the toggle. */
export const noIncident: Check<IncidentFacts> = ({ incidents }) => {
  const [first, ...others] = incidents
  if (!first) return seen('incident', true, 'No incident is open on this toggle.', '')
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  return seen(
    'incident',
    false,
    `${others.length === 0 ? 'An incident is' : 'Incidents are'} open on this toggle: “${first.title}”${more}.`,
    `${whoMay('incident.resolve')}, by resolving ${others.length === 0 ? 'it' : 'them'}`,
  )
}
