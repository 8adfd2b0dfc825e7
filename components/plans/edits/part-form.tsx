import { CheckInsForm } from './check-ins-form.tsx'
import { ContactsForm } from './contacts-form.tsx'
import type { Drafted } from './drafted.ts'
import type { EditedPart } from './edited-part.ts'
import { PromptsForm } from './prompts-form.tsx'
import { RollbackForm } from './rollback-form.tsx'
import { StagedRolloutForm } from './staged-rollout-form.tsx'
import { StagesForm } from './stages-form.tsx'
import { TogglesForm } from './toggles-form.tsx'
import { ValidationForm } from './validation-form.tsx'

interface PartFormProps {
  part: EditedPart
  /** Told of what the form would do, at each change. */
  onDraft: (drafted: Drafted) => void
}

/** The fields of a part. */
export function PartForm({ part, onDraft }: PartFormProps) {
  switch (part.name) {
    case 'toggles':
      return <TogglesForm toggles={part.toggles} onDraft={onDraft} />
    case 'staged_rollout':
      return <StagedRolloutForm staged={part.staged} onDraft={onDraft} />
    case 'stages':
      return <StagesForm stages={part.stages} onDraft={onDraft} />
    case 'rollback':
      return <RollbackForm text={part.text} onDraft={onDraft} />
    case 'contacts':
      return <ContactsForm contacts={part.contacts} onDraft={onDraft} />
    case 'validation':
      return <ValidationForm prompts={part.prompts} onDraft={onDraft} />
    case 'check_ins':
      return <CheckInsForm checkIns={part.checkIns} onDraft={onDraft} />
    case 'prompts':
      return <PromptsForm items={part.items} onDraft={onDraft} />
  }
}
