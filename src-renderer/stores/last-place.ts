/** As whom and at which provider this window last worked. Another one starts at their own first queue, not at a case of the former. */
import { create } from 'zustand'

interface LastPlaceState {
  /** `staff id@provider`; null before the first sign-in. */
  readonly last: string | null
}

export const useLastPlace = create<LastPlaceState>(() => ({ last: null }))

/** True when somebody else, or another provider, was here before; from now on it is this one. */
export function isNewcomer(place: string): boolean {
  const { last } = useLastPlace.getState()
  useLastPlace.setState({ last: place })
  return last !== null && last !== place
}
