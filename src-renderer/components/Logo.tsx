/** The mark of the desk: an arch with a doorway. */
import { color } from '../app/theme/tokens.ts'

export interface LogoProps {
  /** Width in px; the height follows (18 in the title bar, 26 at sign-in, 44 on the lock screen). */
  size?: number
}

/** Decorative: the name of the program always stands beside it. */
export function Logo({ size = 18 }: LogoProps) {
  return (
    <svg
      width={size}
      height={(size * 20) / 18}
      viewBox="0 0 18 20"
      aria-hidden="true"
      style={{ color: color.accent, display: 'block' }}
    >
      <path
        fill="currentColor"
        d="M0 9a9 9 0 0 1 18 0v8.500a2.500 2.500 0 0 1-2.500 2.500H13v-6.500a4 4 0 0 0-8 0V20H2.500A2.500 2.500 0 0 1 0 17.500z"
      />
    </svg>
  )
}
