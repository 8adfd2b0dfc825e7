import { listed } from '../../domain/audit/phrases.ts'
import { Callout } from '../ui/callout.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import type { ConnectionView } from './connection-view.ts'
import { PendingTable } from './pending-table.tsx'

type ConnectionStatusProps = { environment: string; connection: ConnectionView }

const AUTHS: Readonly<Record<string, string>> = {
  none: 'Nothing',
  bearer: 'A bearer token',
  basic: 'User and password',
}

/** How a connection stands: what has arrived, what has not, and what the server cannot hold. */
export function ConnectionStatus({ environment, connection }: ConnectionStatusProps) {
  const { failing_since, last_error, looked_at, toggles, arrived, withheld, unreadable } =
    connection
  const isWhole = arrived === toggles
  return (
    <div className="flex flex-col gap-6">
      {failing_since && (
        <Callout tone="danger" title={`${connection.server} cannot be read`}>
          Since <TimeStamp at={failing_since} />. {last_error} What is flipped here waits and is
          tried again.
        </Callout>
      )}
      <DefinitionList
        items={[
          {
            term: 'Server',
            description: <code className="wrap-anywhere">{connection.address}</code>,
          },
          {
            term: 'States',
            description: (
              <StatusMark status={isWhole ? 'go' : 'waiting'}>
                {isWhole
                  ? `All ${toggles} confirmed there`
                  : `${arrived} of ${toggles} confirmed there`}
              </StatusMark>
            ),
          },
          {
            term: 'Last looked at',
            description: looked_at ? (
              <TimeStamp at={looked_at} />
            ) : (
              'Not yet; the worker looks every 15 seconds.'
            ),
          },
          {
            term: 'Told who calls by',
            description: AUTHS[connection.auth] ?? `The header ${connection.header}`,
          },
          {
            term: 'Connected',
            description: (
              <>
                <TimeStamp at={connection.connected_at} />, by {connection.connected_by}
              </>
            ),
          },
        ]}
      />
      <PendingTable environment={environment} pending={connection.pending} />
      {withheld.length > 0 && (
        <Callout tone="warning" title="What the server cannot hold was left out">
          <ul>
            {withheld.map(({ toggle, what }) => (
              <li key={toggle}>
                <code>{toggle}</code>: its {listed(what)}. It lets in fewer people there than here.
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {unreadable.length > 0 && (
        <Callout tone="warning" title="What is there and cannot be held here">
          <ul>
            {unreadable.map((sentence) => (
              <li key={sentence} className="wrap-anywhere">
                {sentence}
              </li>
            ))}
          </ul>
        </Callout>
      )}
    </div>
  )
}
