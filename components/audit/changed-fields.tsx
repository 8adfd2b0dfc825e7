import { entityWords } from '../../domain/audit/field-words.ts'
import { shortId } from '../../domain/audit/read-entry.ts'
import { capitalised } from '../toggles/capitalised.ts'
import type { ShownEntry } from './shown-entry.ts'

/** Each row that an entry changed, field by field. */
export function ChangedFields({ changes }: Pick<ShownEntry, 'changes'>) {
  return changes.map((change) => (
    <table
      key={`${change.entity} ${change.id} ${change.version}`}
      className="w-full table-fixed border-collapse text-left text-sm"
    >
      <caption className="pb-1 text-left text-xs font-semibold">
        {change.before === null
          ? `New ${entityWords(change.entity)}`
          : capitalised(entityWords(change.entity))}{' '}
        {change.name ?? shortId(change.id)}
        <span className="font-normal text-ink-soft">, version {change.version}</span>
      </caption>
      <thead className="text-xs text-ink-soft">
        <tr className="border-b border-rule-strong">
          <th scope="col" className="w-1/3 py-1 pr-3 font-semibold">
            Field
          </th>
          <th scope="col" className="py-1 pr-3 font-semibold">
            Before
          </th>
          <th scope="col" className="py-1 font-semibold">
            After
          </th>
        </tr>
      </thead>
      <tbody>
        {change.fields.length === 0 && (
          <tr className="border-b border-rule align-top">
            <td colSpan={3} className="py-1 text-ink-soft">
              {change.before === null
                ? 'Nothing is set in it yet.'
                : 'Nothing that the log keeps: a name, a note or a time.'}
            </td>
          </tr>
        )}
        {change.fields.map(({ column, field, before, after }) => (
          <tr key={column} className="border-b border-rule align-top wrap-anywhere">
            <th scope="row" className="py-1 pr-3 font-medium">
              {field}
            </th>
            <td className="py-1 pr-3 text-ink-soft">{before ?? '–'}</td>
            <td className="py-1">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ))
}
