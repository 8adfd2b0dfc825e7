'use client'

import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { placeWords } from './place-words.ts'

const NarrowManyDialog = lazy(async () => ({
  default: (await import('./narrow-many-dialog.tsx')).NarrowManyDialog,
}))

type Place = { readonly environment: string; readonly name: string }

type NarrowManyProps = {
  /** Where the chosen are turned off, in this order of buttons. */
  environments: readonly Place[]
  /** The table, whose rows have a checkbox named `chosen`. */
  children: ReactNode
}

/** Counts the rows that are ticked, and turns them off together. */
export function NarrowMany({ environments, children }: NarrowManyProps) {
  const form = useRef<HTMLFormElement>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [where, setWhere] = useState<Place | null>(null)

  function count() {
    if (form.current) setChosen(new FormData(form.current).getAll('chosen').map(String))
  }

  function done() {
    setWhere(null)
    form.current?.reset()
    setChosen([])
  }

  return (
    <form ref={form} onChange={count} onSubmit={(event) => event.preventDefault()}>
      {children}
      {chosen.length > 0 && (
        <section
          aria-label="What to do with the chosen toggles"
          className="sticky bottom-0 z-20 flex flex-wrap items-center gap-3 border-t-2 border-ink bg-paper py-3"
        >
          <p role="status" className="text-sm font-semibold">
            {chosen.length} chosen
          </p>
          {environments.map((place) => (
            <Button key={place.environment} variant="danger" onClick={() => setWhere(place)}>
              Turn off in {placeWords(place)}…
            </Button>
          ))}
          <Button variant="quiet" onClick={done}>
            Choose none
          </Button>
        </section>
      )}
      {where !== null && (
        <Suspense fallback={null}>
          <NarrowManyDialog
            environment={where.environment}
            called={placeWords(where)}
            toggles={chosen}
            onClose={() => setWhere(null)}
            onDone={done}
          />
        </Suspense>
      )}
    </form>
  )
}
