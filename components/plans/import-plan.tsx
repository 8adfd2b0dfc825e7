'use client'

import { useState } from 'react'
import { type ApiProblem, problemOf } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { Button } from '../ui/button.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { dryRun, type PlanPreview } from './import-calls.ts'
import { ImportReview } from './import-review.tsx'

interface Chosen {
  readonly document: Blob
  readonly text: string
  readonly preview: PlanPreview
}

/** Two steps: give the document, then look at what was read from it before anything is kept. */
export function ImportPlan({ canRegister }: { canRegister: boolean }) {
  const [pasted, setPasted] = useState('')
  const [fileName, setFileName] = useState<string | null>(null)
  const [isReading, setReading] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)

  async function read(document: Blob, name: string | null) {
    setReading(true)
    setProblem(null)
    setFileName(name)
    try {
      const preview = await dryRun(document)
      setChosen({ document, text: await document.text(), preview })
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setReading(false)
    }
  }

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
        chosen={isReading ? fileName : null}
        onFile={(file) => read(file, file.name)}
        disabled={isReading}
      />
      <form
        className="flex flex-col items-start gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void read(new Blob([pasted]), null)
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
          pending={isReading}
          reason={pasted.trim() === '' ? 'Paste the plan’s text, or choose a file above.' : null}
        >
          Read the plan
        </Button>
      </form>
    </div>
  )
}
