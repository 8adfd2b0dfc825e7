'use client'

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'

export type TabItem = { id: string; label: ReactNode; content: ReactNode }

type TabsProps = {
  label: string
  items: readonly TabItem[]
  selected?: string
  onSelect?: (id: string) => void
}

const moves: Record<string, (index: number, last: number) => number> = {
  ArrowRight: (index, last) => (index === last ? 0 : index + 1),
  ArrowLeft: (index, last) => (index === 0 ? last : index - 1),
  Home: () => 0,
  End: (_index, last) => last,
}

/** Views of one thing that need no address of their own; with addresses, use TabNav. */
export function Tabs({ label, items, selected, onSelect }: TabsProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState(items[0]?.id)
  const current = selected ?? chosen

  function select(item: TabItem) {
    setChosen(item.id)
    onSelect?.(item.id)
  }

  function press(event: KeyboardEvent<HTMLButtonElement>, index: number) {
    const next = moves[event.key]?.(index, items.length - 1)
    const item = next === undefined ? undefined : items[next]
    if (next === undefined || !item) return
    event.preventDefault()
    select(item)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
  }

  return (
    <div>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        className="mb-4 flex flex-wrap gap-x-6 border-b border-rule-strong"
      >
        {items.map((item, index) => (
          <button
            key={item.id}
            type="button"
            role="tab"
            id={`${id}-${item.id}`}
            aria-selected={item.id === current}
            aria-controls={`${id}-${item.id}-panel`}
            tabIndex={item.id === current ? 0 : -1}
            onClick={() => select(item)}
            onKeyDown={(event) => press(event, index)}
            className="tab"
          >
            {item.label}
          </button>
        ))}
      </div>
      {items.map((item) => (
        <div
          key={item.id}
          role="tabpanel"
          id={`${id}-${item.id}-panel`}
          aria-labelledby={`${id}-${item.id}`}
          hidden={item.id !== current}
        >
          {item.content}
        </div>
      ))}
    </div>
  )
}
