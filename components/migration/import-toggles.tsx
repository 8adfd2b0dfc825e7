'use client'

import { useState } from 'react'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { useAct } from '../api/use-act.ts'
import { FileDrop } from '../ui/file-drop.tsx'
import { Select } from '../ui/select.tsx'
import {
  type AskedImport,
  formatOf,
  type ImportStep,
  type ImportTarget,
  previewImport,
} from './import-calls.ts'
import { ImportPreview } from './import-preview.tsx'

interface ImportTogglesProps {
  targets: readonly ImportTarget[]
  canOverride: boolean
}

/** A file of another tool: given, looked at, brought in. */
export function ImportToggles({ targets, canOverride }: ImportTogglesProps) {
  const [environment, setEnvironment] = useState(usualTarget(targets))
  const [given, setGiven] = useState<{ asked: AskedImport; steps: readonly ImportStep[] } | null>(
    null,
  )
  const { pending, problem, act } = useAct<string>()
  const target = targets.find(({ key }) => key === environment)

  const look = (file: Omit<AskedImport, 'environment'>, into: string) =>
    act(file.name, async () => {
      const asked = { ...file, environment: into }
      setGiven(null)
      setGiven({ asked, steps: await previewImport(asked) })
    })

  const choose = (key: string) => {
    setEnvironment(key)
    // The same file means something else elsewhere.
    if (given) void look(given.asked, key)
  }

  return (
    <div className="flex flex-col gap-6">
      <div className="grid max-w-4xl items-start gap-6 md:grid-cols-[minmax(0,1fr)_16rem]">
        <FileDrop
          label="Drop Flipper’s export (JSON) or a features.yml here, or choose it"
          description="Up to 5 MB and 5,000 toggles. An export holds one environment’s gates; a features.yml keys, descriptions and actor types."
          accept=".json,.yml,.yaml,application/json"
          chosen={pending ?? given?.asked.name ?? null}
          disabled={pending !== null}
          onFile={async (file) => {
            const content = await file.text()
            await look({ name: file.name, format: formatOf(content), content }, environment)
          }}
        />
        <Select
          label="The export’s gates are for"
          description="A features.yml says nothing of states."
          options={targets.map(({ key, name }) => ({ value: key, label: name }))}
          value={environment}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      </div>
      {problem && (
        <ApiProblemNote problem={problem} actions={<span>Nothing was brought in.</span>} />
      )}
      {given && target && (
        <ImportPreview
          key={`${given.asked.name}:${environment}`}
          asked={given.asked}
          steps={given.steps}
          target={target}
          canOverride={canOverride}
        />
      )}
    </div>
  )
}

// Production decides what people get: an export is mostly of there.
function usualTarget(targets: readonly ImportTarget[]): string {
  return (targets.find((target) => target.protected) ?? targets[0])?.key ?? ''
}
