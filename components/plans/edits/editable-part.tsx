'use client'

import dynamic from 'next/dynamic'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { LineNote } from '../line-note.tsx'
import type { EditedPart, EditedPlan } from './edited-part.ts'

// Fetched when a form is opened: most who read a plan do not edit it.
const PartEditor = dynamic(async () => (await import('./part-editor.tsx')).PartEditor)

interface EditablePartProps {
  title: string
  line?: number | null | undefined
  lineHref?: string | undefined
  plan: EditedPlan
  part: EditedPart
  /** What opens the form, where "Edit" is not the word. */
  verb?: string | undefined
  children: ReactNode
}

/** A part of a plan with its form in its place, for those who may edit. */
export function EditablePart(props: EditablePartProps) {
  const { title, line, lineHref, plan, part, verb = 'Edit', children } = props
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)

  const close = () => {
    setOpen(false)
    // The button is back only after the form is gone.
    requestAnimationFrame(() => opener.current?.focus())
  }

  return (
    <>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4">
        <h3 className="font-semibold">{title}</h3>
        <span className="flex items-center gap-3">
          {line && <LineNote line={line} lineHref={lineHref} />}
          {!open && (
            <Button
              ref={opener}
              variant="quiet"
              size="small"
              className="-my-1"
              aria-label={`${verb}: ${title}`}
              onClick={() => setOpen(true)}
            >
              {verb}
            </Button>
          )}
        </span>
      </div>
      {open ? <PartEditor title={title} plan={plan} part={part} onClose={close} /> : children}
    </>
  )
}
