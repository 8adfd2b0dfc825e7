import type { ToggleStateJson } from '../../domain/toggle/state.ts'
import { type Definition, DefinitionList } from '../ui/definition-list.tsx'
import { percentWords } from '../ui/level-words.ts'

/** The gates that this page shows and does not move: they are set through the API. */
export function OtherGates({ state }: { state: ToggleStateJson }) {
  const items: Definition[] = [
    ...(state.groups.length > 0 ? [{ term: 'Groups', description: state.groups.join(', ') }] : []),
    ...(state.percentage_of_time
      ? [{ term: 'Percentage of time', description: percentWords(state.percentage_of_time) }]
      : []),
    ...(state.expression === null
      ? []
      : [
          {
            term: 'Expression',
            description: (
              <code className="text-xs wrap-anywhere">{JSON.stringify(state.expression)}</code>
            ),
          },
        ]),
  ]
  return items.length === 0 ? null : <DefinitionList items={items} />
}
