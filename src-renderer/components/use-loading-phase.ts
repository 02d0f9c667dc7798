/** How long something has been loading, in the three steps the look knows. */
import { useEffect, useState } from 'react'

/** quiet: under 200 ms, show nothing; skeleton: under 3 s; slow: say that it takes longer. */
export type LoadingPhase = 'quiet' | 'skeleton' | 'slow'

export const skeletonAfter = 200
export const slowAfter = 3000

/** Counts from the moment the component is first shown. */
export function useLoadingPhase(): LoadingPhase {
  const [phase, setPhase] = useState<LoadingPhase>('quiet')
  useEffect(() => {
    const skeleton = setTimeout(() => setPhase('skeleton'), skeletonAfter)
    const slow = setTimeout(() => setPhase('slow'), slowAfter)
    return () => {
      clearTimeout(skeleton)
      clearTimeout(slow)
    }
  }, [])
  return phase
}
