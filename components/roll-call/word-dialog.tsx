'use client'

import { Dialog } from '../ui/dialog.tsx'
import type { OpenWord } from './use-words.ts'
import { type GivenWord, wordTitle } from './word.ts'
import { WordForm } from './word-form.tsx'

interface WordDialogProps {
  /** Null while nothing is asked. */
  open: OpenWord | null
  /** The discipline's name. */
  name: string
  /** For recording: whose word can be recorded. */
  speakers: readonly string[]
  /** The plan's revision at this moment. */
  revision: number
  onGive: (word: GivenWord) => void
  onCancel: () => void
}

/** Asks once more before a word is given. Stays mounted, so that focus goes back where it was. */
export function WordDialog(props: WordDialogProps) {
  const { open, name, onCancel } = props
  return (
    <Dialog
      isOpen={open !== null}
      onClose={onCancel}
      title={open ? wordTitle(open.word, name) : 'Nothing to say'}
      focus="inside"
    >
      {open && <WordForm {...props} open={open} />}
    </Dialog>
  )
}
