import type { ReactNode } from 'react'

interface RecordSectionProps {
  id: string
  title: string
  children: ReactNode
}

/** A part of the record under its heading; its address is the page's with `#id`. */
export function RecordSection({ id, title, children }: RecordSectionProps) {
  return (
    <section aria-labelledby={id} className="mb-12">
      <h2
        id={id}
        className="mb-4 scroll-mt-20 border-b border-rule-strong pb-1.5 text-xl font-semibold"
      >
        {title}
      </h2>
      {children}
    </section>
  )
}

/** Says that there is none of a thing. */
export function None({ children }: { children: ReactNode }) {
  return <p className="text-ink-soft">{children}</p>
}

/** Says that a list is the newest of more; nothing where it is all there is. */
export function MoreThanShown({
  total,
  shown,
  what,
  slug,
}: {
  total: number
  shown: number
  what: string
  slug: string
}) {
  if (total <= shown) return null
  const href = `/api/v1/audit/export?format=jsonl&plan=${encodeURIComponent(slug)}`
  return (
    <p className="mb-3 max-w-reading text-sm">
      {total.toLocaleString('en-US')} {what} in all; the newest {shown} stand here. All of them are
      in{' '}
      <a href={href} download className="link" data-print-address={href}>
        the export of the log
      </a>
      .
    </p>
  )
}
