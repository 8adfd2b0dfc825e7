import { RadioGroup } from '../ui/radio-group.tsx'

type DriftChoiceProps = {
  value: 'adopt' | 'put_back'
  onChange: (value: 'adopt' | 'put_back') => void
}

/** What becomes of what others change on the server. Neither is silent. */
export function DriftChoice({ value, onChange }: DriftChoiceProps) {
  return (
    <RadioGroup
      name="on_drift"
      label="When somebody changes a toggle there"
      value={value}
      onChange={onChange}
      options={[
        {
          value: 'adopt',
          label: 'Adopt it and tell',
          description: 'It is the state of record until somebody reverts it.',
        },
        {
          value: 'put_back',
          label: 'Put back what was widened, and tell',
          description: 'What was narrowed there stays: nobody is let in again by itself.',
        },
      ]}
    />
  )
}
