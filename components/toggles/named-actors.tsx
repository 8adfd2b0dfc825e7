'use client'

import { type KeyboardEvent, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { CloseButton } from '../ui/close-button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { TextField } from '../ui/text-field.tsx'

type NamedActorsProps = {
  environment: string
  /** Named now. */
  standing: readonly string[]
  /** Named in the draft. */
  named: readonly string[]
  onChange: (named: string[]) => void
}

const most = 40

/** Who is let in by name, whatever the percentage says. */
export function NamedActors({ environment, standing, named, onChange }: NamedActorsProps) {
  const [typed, setTyped] = useState('')
  const before = new Set(standing)
  const after = new Set(named)
  const all = [...new Set([...standing, ...named])].sort()
  const wanted = typed.trim().toLowerCase()
  const fitting = wanted === '' ? all : all.filter((actor) => actor.toLowerCase().includes(wanted))
  const ids = typed.split(/[\s,;]+/).filter(Boolean)

  function add() {
    if (ids.length === 0) return
    onChange([...new Set([...named, ...ids])])
    setTyped('')
  }

  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    event.preventDefault()
    add()
  }

  return (
    <Disclosure
      summary={
        <>
          Named actors{' '}
          <span className="font-normal text-ink-soft tabular-nums">
            {named.length === 0 ? 'none' : named.length}
          </span>
        </>
      }
    >
      <div className="flex max-w-reading flex-col gap-3">
        <p className="text-xs text-ink-soft">Let in by their id, whatever the percentage says.</p>
        <div className="flex items-end gap-2">
          <div className="flex-1">
            <TextField
              label={`Actor id to name in ${environment}`}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={press}
            />
          </div>
          <Button onClick={add}>{ids.length > 1 ? `Add ${ids.length}` : 'Add'}</Button>
        </div>
        {fitting.length > 0 && (
          <ul
            aria-label={`Named actors in ${environment}`}
            className="border-t border-rule text-sm"
          >
            {fitting.slice(0, most).map((actor) => {
              const isIn = after.has(actor)
              return (
                <li
                  key={actor}
                  className="flex min-h-9 items-center justify-between gap-3 border-b border-rule"
                >
                  <span className="min-w-0 wrap-anywhere">
                    {isIn ? actor : <s>{actor}</s>}
                    {!before.has(actor) && <span className="text-go"> · comes in</span>}
                    {!isIn && <span className="text-no-go"> · no longer named</span>}
                  </span>
                  {isIn ? (
                    <CloseButton
                      label={`Remove ${actor}`}
                      onClick={() => onChange(named.filter((one) => one !== actor))}
                    />
                  ) : (
                    <Button
                      size="small"
                      variant="quiet"
                      onClick={() => onChange([...named, actor])}
                    >
                      Keep <span className="sr-only">{actor}</span>
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
        )}
        {fitting.length > most && (
          <p className="text-xs text-ink-soft">
            {fitting.length - most} more; type a part of an id to find one.
          </p>
        )}
      </div>
    </Disclosure>
  )
}
