/** Says in the screen reader what the announcer was given; unseen. */
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx'
import { useAnnouncerStore } from '../../stores/announcer.ts'

export function LiveRegion() {
  const { text, count } = useAnnouncerStore()
  return (
    <VisuallyHidden>
      <span role="status" aria-live="polite">
        {/* A no-break space more or less makes the same sentence a new one. */}
        {count % 2 === 0 ? text : `${text}\u00a0`}
      </span>
    </VisuallyHidden>
  )
}
