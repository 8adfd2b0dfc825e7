import { TabNav } from '../ui/tab-nav.tsx'

interface AuditNavProps {
  current: 'entries' | 'past' | 'difference' | 'heads' | 'review' | 'controls'
}

/** The log and the look back, each with an address of its own. */
export function AuditNav({ current }: AuditNavProps) {
  return (
    <TabNav
      label="Audit"
      links={[
        { href: '/audit', label: 'Entries', current: current === 'entries' },
        { href: '/audit?at=', label: 'State at a moment', current: current === 'past' },
        { href: '/audit/state', label: 'Between two moments', current: current === 'difference' },
        { href: '/audit/review', label: 'Review', current: current === 'review' },
        { href: '/audit/heads', label: 'Signed heads', current: current === 'heads' },
        { href: '/audit/controls', label: 'Controls', current: current === 'controls' },
      ]}
    />
  )
}
