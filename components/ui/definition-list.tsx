import type { ReactNode } from 'react'

export type Definition = { term: string; description: ReactNode }

export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="text-sm">
      {items.map((item) => (
        <div
          key={item.term}
          className="grid gap-x-6 border-b border-rule py-2 sm:grid-cols-[10rem_minmax(0,1fr)]"
        >
          <dt className="text-ink-soft">{item.term}</dt>
          <dd className="min-w-0">{item.description}</dd>
        </div>
      ))}
    </dl>
  )
}
