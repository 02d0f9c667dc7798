/**
 * Refuses passwords that others use or that are quickly guessed (63B §3.1.1.2, ASVS 6.2.4): lists of leaked and common
 * passwords, keyboard runs, repeats, dates, and words of the account itself (its name, its portal).
 */
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

/** Eight random characters take about 10^8 guesses; the examples printed in the portals' manuals about 10^7. */
const FEWEST_GUESSES = 3e7
/** What lies beyond cannot make a password weaker, and costs time to examine. */
const EXAMINED = 40

let estimator: ZxcvbnFactory | null = null

/** Is the password easy to guess? `words` are those an attacker who knows the account tries first. */
export function isCommonPassword(password: string, words: readonly string[]): boolean {
  // Built at the first use: the word lists take a tenth of a second to unpack.
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  const examined = [...password.normalize('NFC')].slice(0, EXAMINED).join('')
  const known = words.flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2)
  return estimator.check(examined, known).guesses < FEWEST_GUESSES
}
