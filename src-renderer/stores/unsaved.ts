/** What must be done before locking, switching or signing out, because after that the workstation refuses: keep what is typed, give back a claim. */
import { reportFault } from '../app/faults/faults.ts'

const keepers = new Set<() => Promise<void>>()

/** The function returned takes it off the list. */
export function registerUnsaved(keep: () => Promise<void>): () => void {
  keepers.add(keep)
  return () => {
    keepers.delete(keep)
  }
}

export async function keepAll(): Promise<void> {
  const results = await Promise.allSettled([...keepers].map((keep) => keep()))
  for (const result of results) if (result.status === 'rejected') reportFault(result.reason)
}
