import tests from '../../domain/audit/control-tests.json' with { type: 'json' }
import { CONTROLS } from '../../domain/audit/controls.ts'
import { Disclosure } from '../ui/disclosure.tsx'

/** Each control with what does it, and the tests that show it one step away. */
export function ControlList() {
  return (
    <dl className="border-t border-rule">
      {CONTROLS.map(({ id, title, how }) => {
        const shown = tests.filter(({ control }) => control === id)
        return (
          <div
            key={id}
            className="grid gap-x-6 gap-y-1 border-b border-rule py-3 sm:grid-cols-[14rem_minmax(0,1fr)]"
          >
            <dt>
              <span className="block font-semibold tabular-nums">{id}</span>
              <span className="text-sm text-ink-soft">{title}</span>
            </dt>
            <dd className="max-w-reading">
              <p>{how}</p>
              <Disclosure
                summary={shown.length === 1 ? 'Shown by 1 test' : `Shown by ${shown.length} tests`}
              >
                <ul className="flex flex-col gap-2 text-sm">
                  {shown.map(({ file, test }) => (
                    <li key={`${file} ${test}`}>
                      {test}
                      <code className="block text-xs text-ink-soft wrap-anywhere">{file}</code>
                    </li>
                  ))}
                </ul>
              </Disclosure>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
