import { Select } from '../ui/select.tsx'

interface EnvironmentSelectProps {
  /** Key of the one chosen; empty for all. */
  chosen: string
  environments: readonly string[]
}

/** One environment or all, in a form of the log's. */
export function EnvironmentSelect({ chosen, environments }: EnvironmentSelectProps) {
  return (
    <div className="w-44">
      <Select
        label="Environment"
        name="environment"
        defaultValue={chosen}
        options={[
          { value: '', label: 'All' },
          ...environments.map((key) => ({ value: key, label: key })),
        ]}
      />
    </div>
  )
}
