'use client'

import { type ComponentProps, lazy, Suspense, useEffect, useState } from 'react'
import type { CommandPalette } from './command-palette.tsx'
import { KeyHint } from './key-hint.tsx'
import { Mark } from './mark.tsx'

// Fetched when it is first opened: most visits never do.
const LazyPalette = lazy(async () => ({
  default: (await import('./command-palette.tsx')).CommandPalette,
}))

type OpenerProps = Omit<ComponentProps<typeof CommandPalette>, 'isOpen' | 'onClose'> & {
  onOpen?: () => void
}

/** The button in the frame, and Cmd-K or Ctrl-K from anywhere. */
export function CommandPaletteOpener({ onOpen, ...palette }: OpenerProps) {
  const [isOpen, setOpen] = useState(false)
  const [wanted, setWanted] = useState(false)

  function open() {
    setWanted(true)
    setOpen(true)
    onOpen?.()
  }

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      if (event.altKey || event.shiftKey) return
      event.preventDefault()
      setWanted(true)
      setOpen(true)
      onOpen?.()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [onOpen])

  return (
    <>
      <button
        type="button"
        onClick={open}
        aria-keyshortcuts="Meta+K Control+K"
        className="flex min-h-9 cursor-pointer items-center gap-2 rounded-md border border-transparent px-2 text-sm text-ink-soft hover:bg-well hover:text-ink md:border-rule-strong"
      >
        <Mark name="search" />
        <span className="sr-only md:not-sr-only">Find</span>
        <span className="hidden lg:inline" aria-hidden="true">
          <KeyHint keys={['Ctrl', 'K']} />
        </span>
      </button>
      {wanted && (
        <Suspense fallback={null}>
          <LazyPalette {...palette} isOpen={isOpen} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
