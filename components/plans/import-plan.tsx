'use client'

import { useState } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { useAct } from '../api/use-act.ts'
import { Button } from '../ui/button.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { dryRun, textOf } from './import-calls.ts'
import { type Given, ImportReview } from './import-review.tsx'

/** Two steps: give the document, then look at what was read from it before anything is kept. */
export function ImportPlan({ canRegister }: { canRegister: boolean }) {
  const [pasted, setPasted] = useState('')
  const { pending: reading, problem, act } = useAct<string>()
  const [chosen, setChosen] = useState<Given | null>(null)

  const read = (document: Blob, name: string) =>
    act(name, async () => {
      const preview = await dryRun(document)
      setChosen({ text: await textOf(document), preview })
    })

  if (chosen) {
    return <ImportReview {...chosen} canRegister={canRegister} onBack={() => setChosen(null)} />
  }
  return (
    <div className="grid max-w-4xl gap-8">
      {problem && <ApiProblemNote problem={problem} />}
      <FileDrop
        label="Drop the plan’s Markdown file here, or choose it"
        description="A release plan or a go/no-go sheet, up to 1 MB. Nothing is kept until you say so."
        accept=".md,.markdown,.txt,text/markdown,text/plain"
        chosen={reading}
        onFile={(file) => read(file, file.name)}
        disabled={reading !== null}
      />
      <form
        className="flex flex-col items-start gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void read(new Blob([pasted]), 'the pasted text')
        }}
      >
        <div className="w-full">
          <TextArea
            label="Or paste its text"
            rows={10}
            monospace
            value={pasted}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
        </div>
        <Button
          type="submit"
          variant="primary"
          pending={reading !== null}
          reason={pasted.trim() === '' ? 'Paste the plan’s text, or choose a file above.' : null}
        >
          Read the plan
        </Button>
      </form>
    </div>
  )
}
