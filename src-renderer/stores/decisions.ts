/** The choices per open notice, so that going to another case and back loses none. */
import { create } from 'zustand'
import { type DecisionStep, type Decisions, decide, NO_DECISIONS } from '../features/absences/decision-state.ts'

interface DecisionsState {
  readonly of: Readonly<Record<string, Decisions>>
}

export const useDecisionsStore = create<DecisionsState>(() => ({ of: {} }))

export function takeStep(caseId: string, step: DecisionStep): void {
  useDecisionsStore.setState(({ of }) => ({ of: { ...of, [caseId]: decide(of[caseId] ?? NO_DECISIONS, step) } }))
}

/** The notice is closed: its choices have done their work. */
export function forgetDecisions(caseId: string): void {
  useDecisionsStore.setState(({ of }) => ({ of: Object.fromEntries(Object.entries(of).filter(([id]) => id !== caseId)) }))
}

export const useDecisions = (caseId: string): Decisions => useDecisionsStore((state) => state.of[caseId] ?? NO_DECISIONS)
