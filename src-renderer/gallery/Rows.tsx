/** The rows of a picture, grouped, as a list of buttons. */
import { GroupLabel } from '../components/ListHeader.tsx'
import { QueueRow, type QueueRowProps } from '../components/QueueRow.tsx'

interface RowsProps {
  groups: readonly { label: string; sortedBy?: string; rows: readonly Omit<QueueRowProps, 'ref'>[] }[]
}

export function Rows({ groups }: RowsProps) {
  return groups.map((group) => (
    <div key={group.label}>
      <GroupLabel label={group.label} sortedBy={group.sortedBy} />
      {group.rows.map((row, index) => (
        <QueueRow key={`${row.clock.main} ${row.clock.sub}`} {...row} divider={index > 0} />
      ))}
    </div>
  ))
}
