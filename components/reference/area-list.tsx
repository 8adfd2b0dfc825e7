import Link from 'next/link'
import { TextLink } from '../ui/text-link.tsx'

interface AreaListProps {
  areas: readonly {
    name: string
    slug: string
    about: string
    operations: readonly { id: string; method: string; path: string; summary: string }[]
  }[]
}

/** Every operation by its area, each leading to its place in the reference. */
export function AreaList({ areas }: AreaListProps) {
  return areas.map(({ name, slug, about, operations }) => (
    <section key={slug} aria-labelledby={slug} className="mb-8 break-inside-avoid">
      <h2 id={slug} className="text-lg font-semibold">
        <TextLink plain href={`/docs/api/${slug}`} prefetch={false}>
          {name}
        </TextLink>
      </h2>
      <p className="mb-2 max-w-reading text-sm text-ink-soft">{about}</p>
      <ul className="border-t border-rule">
        {operations.map(({ id, method, path }) => (
          <li key={id} className="border-b border-rule">
            <Link
              href={`/docs/api/${slug}#${id}`}
              prefetch={false}
              className="grid min-h-8 grid-cols-[4.5rem_minmax(0,1fr)] items-center font-mono text-xs text-ink no-underline hover:text-accent hover:underline"
            >
              <span className="text-ink-soft">{method}</span>
              <span className="wrap-anywhere">{path}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ))
}
