/** The plan as a table: a row for each visit that has a place, with what each says worked out once. */
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { BatchPlanRow, BatchVisit } from '../../../shared/api/batches.ts'
import type { Telling } from '../../app/format/dates.ts'
import { breachWords, placeCaregivers, placeMoment, sumWords } from '../absences/proposal-words.ts'
import { momentWords, visitName } from './visit-cells.tsx'

export interface PlannedMove {
  readonly visit: BatchVisit
  readonly move: BatchPlanRow['moves'][number]
}

export interface PlanLine {
  readonly id: string
  readonly visit: BatchVisit
  readonly move: BatchPlanRow['moves'][number]
  readonly name: string
  readonly was: { readonly moment: string; readonly caregivers: string }
  readonly becomes: { readonly moment: string; readonly caregivers: string; readonly sameMoment: boolean }
  readonly sum: string
  readonly warnings: readonly string[]
}

/** Where a visit stood when the plan was asked for; of a batch that did not keep it, where it stands. */
export function stoodAt(visit: BatchVisit) {
  return visit.stood ?? visit.now
}

/** The moves of a plan, with the visits they are about, in the order of the plan: by day and hour. */
export function movesOf(plan: BatchPlanRow, visits: readonly BatchVisit[]): readonly PlannedMove[] {
  const byId = new Map(visits.map((visit) => [visit.id, visit]))
  return plan.moves.flatMap((move) => {
    const visit = byId.get(move.visitId)
    return visit ? [{ visit, move }] : []
  })
}

/** Does the client get another moment, and not only another caregiver? */
export function isOtherMoment({ visit, move }: PlannedMove): boolean {
  const was = stoodAt(visit)
  return move.proposal.spots.some((spot) => spot.date !== was?.date || spot.startTime !== was.startTime)
}

const features = tableFeatures({})
const helper = createColumnHelper<typeof features, PlannedMove>()

export function usePlanTable(moves: readonly PlannedMove[], telling: Telling): readonly PlanLine[] {
  const columns = useMemo(
    () =>
      helper.columns([
        helper.accessor(({ visit }) => visitName(visit.client, stoodAt(visit), telling), { id: 'name' }),
        helper.accessor(
          ({ visit }) => {
            const was = stoodAt(visit)
            return {
              moment: was ? momentWords(was, telling) : '',
              caregivers: was?.caregivers.map((one) => one.name).join(', ') ?? '',
            }
          },
          { id: 'was' },
        ),
        helper.accessor(
          (row) => ({
            moment: placeMoment(row.move.proposal, telling),
            caregivers: placeCaregivers(row.move.proposal),
            sameMoment: !isOtherMoment(row),
          }),
          { id: 'becomes' },
        ),
        helper.accessor(({ move }) => sumWords(move.proposal, telling), { id: 'sum' }),
        helper.accessor(({ move }) => [...new Set(move.proposal.warnings.map((one) => breachWords(one, telling.lang)))], {
          id: 'warnings',
        }),
      ]),
    [telling],
  )
  const table = useTable({ features, columns, data: moves, getRowId: ({ visit }) => visit.id })
  return table.getRowModel().rows.map((row) => ({
    id: row.id,
    visit: row.original.visit,
    move: row.original.move,
    name: row.getValue<string>('name'),
    was: row.getValue<PlanLine['was']>('was'),
    becomes: row.getValue<PlanLine['becomes']>('becomes'),
    sum: row.getValue<string>('sum'),
    warnings: row.getValue<readonly string[]>('warnings'),
  }))
}
