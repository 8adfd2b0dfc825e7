import { Callout } from '../ui/callout.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { ResolveIncident } from './resolve-incident.tsx'

export type IncidentView = {
  readonly id: string
  readonly toggle: string
  readonly environment: string | null
  readonly title: string
  readonly link: string | null
  readonly opened_by: string
  readonly opened_at: string
}

type IncidentListProps = { incidents: readonly IncidentView[]; mayResolve: boolean }

/** A banner for each open incident: what is wrong, where, and what it holds. */
export function IncidentList({ incidents, mayResolve }: IncidentListProps) {
  return incidents.map(({ id, toggle, environment, title, link, opened_by, opened_at }) => (
    <div key={id} id={`incident-${id}`} className="mt-6 scroll-mt-20">
      <Callout
        tone="danger"
        title={`Incident ${environment ? `in ${environment}` : 'everywhere'}: ${title}`}
      >
        Opened by {opened_by}, <TimeStamp at={opened_at} />. Nothing widens here until it is
        resolved.{' '}
        {link && (
          <TextLink href={link} rel="noreferrer" className="wrap-anywhere">
            {link}
          </TextLink>
        )}
        {mayResolve && <ResolveIncident toggle={toggle} id={id} />}
      </Callout>
    </div>
  ))
}
