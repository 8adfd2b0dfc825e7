import Link from 'next/link'

export type Crumb = { label: string; href: string }

export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap gap-x-2 text-sm leading-6 text-ink-soft">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href} className="flex gap-2">
            <Link
              href={crumb.href}
              className="inline-block min-h-6 text-ink-soft underline-offset-4 hover:underline"
            >
              {crumb.label}
            </Link>
            {index < crumbs.length - 1 && <span aria-hidden="true">/</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
