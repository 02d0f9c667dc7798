/** What was chosen for a plan that is not carried out yet, so that going elsewhere and back loses nothing. */
import { create } from 'zustand'

export interface PlanChoices {
  /** Visits of the plan that stay where they are. */
  readonly leftOut: readonly string[]
  /** Why a visit may break a rule that warns, as typed. */
  readonly reasons: Readonly<Record<string, string>>
}

const NOTHING: PlanChoices = { leftOut: [], reasons: {} }

interface PlanChoicesState {
  readonly of: Readonly<Record<string, PlanChoices>>
  /** Visits of an absence that are not to be placed, by the absence. */
  readonly kept: Readonly<Record<string, readonly string[]>>
}

export const usePlanChoicesStore = create<PlanChoicesState>(() => ({ of: {}, kept: {} }))

export const usePlanChoices = (batchId: string): PlanChoices => usePlanChoicesStore((state) => state.of[batchId] ?? NOTHING)

function change(batchId: string, alter: (former: PlanChoices) => PlanChoices): void {
  usePlanChoicesStore.setState(({ of }) => ({ of: { ...of, [batchId]: alter(of[batchId] ?? NOTHING) } }))
}

const toggled = (list: readonly string[], id: string, isIn: boolean): readonly string[] =>
  isIn ? [...list.filter((one) => one !== id), id] : list.filter((one) => one !== id)

export function leaveOut(batchId: string, visitId: string, isOut: boolean): void {
  change(batchId, (former) => ({ ...former, leftOut: toggled(former.leftOut, visitId, isOut) }))
}

export function giveReason(batchId: string, visitId: string, reason: string): void {
  change(batchId, (former) => ({ ...former, reasons: { ...former.reasons, [visitId]: reason } }))
}

const NONE: readonly string[] = []

export const useKept = (absenceId: string): readonly string[] => usePlanChoicesStore((state) => state.kept[absenceId] ?? NONE)

export function keepVisits(absenceId: string, visitIds: readonly string[], isKept: boolean): void {
  usePlanChoicesStore.setState(({ kept }) => ({
    kept: { ...kept, [absenceId]: visitIds.reduce((list, id) => toggled(list, id, isKept), kept[absenceId] ?? NONE) },
  }))
}
