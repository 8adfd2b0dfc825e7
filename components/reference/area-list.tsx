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
            <TextLink
              plain
              href={`/docs/api/${slug}#${id}`}
              prefetch={false}
              className="grid w-full grid-cols-[4.5rem_minmax(0,1fr)] py-1 font-mono text-xs"
            >
              <span className="text-ink-soft">{method}</span>
              <span className="wrap-anywhere">{path}</span>
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  ))
}
