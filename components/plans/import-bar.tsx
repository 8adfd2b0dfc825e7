import { Button } from '../ui/button.tsx'
import type { PlanPreview } from './import-calls.ts'

interface ImportBarProps {
  preview: PlanPreview
  registering: number
  pending: boolean
  reason: string | null
  isEdited: boolean
  onBack: () => void
  onKeep: () => void
}

/** What a document was read as, and the button that keeps it. */
export function ImportBar(props: ImportBarProps) {
  const { preview, registering, pending, reason, isEdited, onBack, onKeep } = props
  const { plan, reading } = preview
  const keys = registering === 1 ? '1 toggle' : `${registering} toggles`
  return (
    <div className="flex flex-wrap items-center justify-between gap-4 border-y border-rule py-3">
      <p className="max-w-reading">
        Read as <strong>{plan.title}</strong>,{' '}
        {reading.kind === 'go_no_go' ? 'a go/no-go sheet' : 'a release plan'}. Nothing is kept yet.
        {isEdited &&
          ' What you changed here is kept with it; the file that you gave stays as it is.'}
      </p>
      <div className="flex flex-wrap items-start gap-2">
        <Button onClick={onBack}>Another document</Button>
        <Button variant="primary" pending={pending} reason={reason} onClick={onKeep}>
          {registering === 0 ? 'Keep the plan' : `Keep the plan and register ${keys}`}
        </Button>
      </div>
    </div>
  )
}
